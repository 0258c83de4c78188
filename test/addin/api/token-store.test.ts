import { describe, expect, test } from "vitest";
import { createTokenStore } from "../../../addin/api/token-store.ts";

const tokens = (access: string, refresh = `r-${access}`) => ({ access, refresh, expiresAt: 1 });

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
    first.write(tokens("t0k"));
    first.writeOwner("Ana");
    const next = createTokenStore(storage, "sitio");
    expect([next.read(), next.readOwner()]).toEqual(["t0k", "Ana"]);
  });

  test("is not seen from another site that embeds Excel", () => {
    const storage = createStorage();
    createTokenStore(storage, "uno").write(tokens("t0k"));
    expect(createTokenStore(storage, "otro").read()).toBeNull();
  });

  test("leaves nothing behind when it is forgotten", () => {
    const storage = createStorage();
    const store = createTokenStore(storage);
    store.write(tokens("t0k"));
    store.writeOwner("Ana");
    store.write(null);
    expect([store.read(), store.readOwner(), storage.texts.size]).toEqual([null, null, 0]);
  });

  test("never stands beside somebody else's name, whichever pane of the browser wrote last", () => {
    const storage = createStorage();
    const ana = createTokenStore(storage);
    ana.write(tokens("de Ana"));
    const diana = createTokenStore(storage);
    diana.write(tokens("de Diana"));
    ana.writeOwner("Ana");
    expect([ana.read(), diana.read()]).toEqual(["de Ana", "de Diana"]);
    const next = createTokenStore(storage);
    expect([next.read(), next.readOwner()]).toEqual(["de Ana", "Ana"]);
  });

  test("that another pane of the same session exchanged is taken over, and one of another session never", () => {
    const storage = createStorage();
    createTokenStore(storage).write(tokens("uno", "r1"));
    const [first, second] = [createTokenStore(storage), createTokenStore(storage)];
    expect(second.adopt("r1")).toBe(false);
    first.renew(tokens("dos", "r2"));
    expect([second.read(), second.adopt("r1"), second.read()]).toEqual(["uno", true, "dos"]);
    createTokenStore(storage).write(tokens("de Diana", "r9"));
    expect(first.adopt("r2")).toBe(false);
    first.renew(tokens("tres", "r3"));
    expect([first.read(), createTokenStore(storage).read()]).toEqual(["tres", "de Diana"]);
  });

  test("of whoever signs out goes, and what makes the browser known stays", () => {
    const storage = createStorage();
    const store = createTokenStore(storage);
    store.write(tokens("t0k"));
    store.writeDevice("conocido");
    store.write(null);
    expect([createTokenStore(storage).read(), createTokenStore(storage).readDevice()]).toEqual([
      null,
      "conocido",
    ]);
  });

  test("lives in memory where the browser blocks or damaged its storage", () => {
    const refuse = () => {
      throw new DOMException("blocked", "SecurityError");
    };
    const blocked = createTokenStore({ getItem: refuse, setItem: refuse, removeItem: refuse });
    blocked.write(tokens("t0k"));
    expect(blocked.read()).toBe("t0k");
    const storage = createStorage();
    storage.texts.set("ventas-al-dia.session", "{");
    expect(createTokenStore(storage).read()).toBeNull();
  });
});
