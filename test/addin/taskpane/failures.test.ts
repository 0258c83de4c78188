import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callsOf, openGallery, type Gallery } from "./gallery/open-gallery.ts";

declare global {
  interface Window {
    /** What a screen reader was told, for these tests. */
    heard: string[];
  }
}

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

describe("a command that stopped", () => {
  test("says why and offers the same again, which the session knows", async () => {
    const page = await gallery.open("ready");
    await page.evaluate(() => window.session.fail("synchronise", { code: "cell-edit-mode" }));
    await page.getByRole("button", { name: "Sincronizar" }).click();
    await page.getByText("Hay una celda a medio escribir.").waitFor();
    await page.getByRole("button", { name: "Reintentar" }).click();
    await expect.poll(() => callsOf(page, "retry")).toHaveLength(1);
    expect(await callsOf(page, "synchronise")).toHaveLength(1);
  });

  test("offers nothing again where there is nothing to do again", async () => {
    const page = await gallery.open("ready");
    await page.evaluate(() =>
      window.session.change({ failure: { code: "cell-edit-mode" }, canRetry: false }),
    );
    await page.getByText("Hay una celda a medio escribir.").waitFor();
    expect(await page.getByRole("button", { name: "Reintentar" }).count()).toBe(0);
  });

  test("is no news once the user does something else", async () => {
    const page = await gallery.open("failed");
    await page.getByRole("tab", { name: "Hojas" }).click();
    await page.getByRole("button", { name: "Validar" }).click();
    await expect.poll(() => page.getByText("Hay una celda a medio escribir.").count()).toBe(0);
  });

  test("is read to those who do not see it, and so is what stopped the next", async () => {
    const page = await gallery.open("ready");
    const heard = await listen(page);
    await page.evaluate(() => window.session.change({ failure: { code: "cell-edit-mode" } }));
    await expect.poll(heard).toContain("Hay una celda a medio escribir.");
    await page.evaluate(() => window.session.change({ failure: { code: "forbidden" } }));
    await expect.poll(heard).toContain("Su cuenta no tiene permiso para esto.");
  });

  test("is put away", async () => {
    const page = await gallery.open("failed");
    await page.getByRole("button", { name: "Cerrar el aviso" }).click();
    await expect.poll(() => page.getByText("Hay una celda a medio escribir.").count()).toBe(0);
  });

  test("for want of a connection is said by the foot alone", async () => {
    const page = await gallery.open("offline");
    await page.evaluate(() => window.session.change({ failure: { code: "offline" } }));
    expect(await page.getByText("No hay conexión con el servicio.").count()).toBe(0);
    expect(await page.getByText("Sin conexión").first().isVisible()).toBe(true);
  });
});

describe("what nobody foresaw", () => {
  const sentence = "El panel falló de un modo que no previmos.";

  test("in one view leaves the others and the foot, and offers to load the pane again", async () => {
    const page = await gallery.open("conflicts");
    await page.evaluate(() => {
      const { conflicts } = window.session.getState();
      window.session.change({ conflicts: conflicts.map((conflict) => ({ ...conflict, at: "ayer" })) });
    });
    await page.getByRole("tab", { name: /Revisar/u }).click();
    await page.getByRole("alert").getByText(sentence).waitFor();
    expect(
      await page
        .getByRole("contentinfo")
        .getByText(/sin enviar/u)
        .first()
        .isVisible(),
    ).toBe(true);
    await page.getByRole("tab", { name: "Hojas" }).click();
    await page.getByRole("heading", { name: "Este libro" }).waitFor();
  });

  test("in the frame says so instead of a blank pane", async () => {
    const page = await gallery.open("ready");
    await page.evaluate(() => window.session.change({ lastSync: "ayer" }));
    await page.getByRole("alert").getByText(sentence).waitFor();
    await Promise.all([
      page.waitForEvent("load"),
      page.getByRole("button", { name: "Volver a cargar el panel" }).click(),
    ]);
    await page.waitForFunction(() => "show" in window);
    expect(await page.getByText(sentence).count()).toBe(0);
  });

  test("in a promise that nobody waits for is told", async () => {
    const page = await gallery.open("ready");
    await page.evaluate(() => void Promise.reject(new Error("a bug of this test")));
    await page.getByRole("tabpanel").getByText(sentence).waitFor();
    expect(await page.getByRole("button", { name: "Volver a cargar el panel" }).count()).toBe(1);
  });

  test("and thrown by a listener is told, but not the browser's own notices", async () => {
    const page = await gallery.open("ready");
    await page.evaluate(() => window.dispatchEvent(new ErrorEvent("error", { message: "ResizeObserver" })));
    expect(await page.getByText(sentence).count()).toBe(0);
    await page.evaluate(() =>
      setTimeout(() => {
        throw new Error("a bug of this test");
      }),
    );
    await page.getByRole("tabpanel").getByText(sentence).waitFor();
  });
});

/** Listens as a screen reader does from now on; gives all that it was told so far. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    window.heard = heard;
    // Chromium's newer way, which Fluent chose where it is there.
    if ("ariaNotify" in document) document.ariaNotify = (text: string) => void heard.push(text);
    const hear = () => {
      for (const { textContent } of document.querySelectorAll("[aria-live]")) heard.push(textContent ?? "");
    };
    new MutationObserver(hear).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  return () => page.evaluate(() => window.heard.join("\n"));
}
