import { describe, expect, test } from "vitest";
import { createTokenStore } from "../../../addin/api/token-store.ts";

/** A browser's storage. */
function createStorage() {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => void texts.set(key, text),
    removeItem: (key: string) => void texts.delete(key),
  };
}

describe("a token", () => {
  test("is there at the next opening, with whom it is for", () => {
    const storage = createStorage();
    const first = createTokenStore(storage, "sitio");
    first.write("t0k");
    first.writeOwner("Ana");
    const next = createTokenStore(storage, "sitio");
    expect([next.read(), next.readOwner()]).toEqual(["t0k", "Ana"]);
  });

  test("is not seen from another site that embeds Excel", () => {
    const storage = createStorage();
    createTokenStore(storage, "uno").write("t0k");
    expect(createTokenStore(storage, "otro").read()).toBeNull();
  });

  test("leaves nothing behind when it is forgotten", () => {
    const storage = createStorage();
    const store = createTokenStore(storage);
    store.write("t0k");
    store.writeOwner("Ana");
    store.write(null);
    expect([store.read(), store.readOwner(), storage.texts.size]).toEqual([null, null, 0]);
  });

  test("never stands beside somebody else's name, whichever pane of the browser wrote last", () => {
    const storage = createStorage();
    const ana = createTokenStore(storage);
    ana.write("de Ana");
    const diana = createTokenStore(storage);
    diana.write("de Diana");
    ana.writeOwner("Ana");
    expect([ana.read(), diana.read()]).toEqual(["de Ana", "de Diana"]);
    const next = createTokenStore(storage);
    expect([next.read(), next.readOwner()]).toEqual(["de Ana", "Ana"]);
  });

  test("lives in memory where the browser blocks or damaged its storage", () => {
    const refuse = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    const blocked = createTokenStore({ getItem: refuse, setItem: refuse, removeItem: refuse });
    blocked.write("t0k");
    expect(blocked.read()).toBe("t0k");
    const storage = createStorage();
    storage.texts.set("ventas-al-dia.session", "{");
    expect(createTokenStore(storage).read()).toBeNull();
  });
});
