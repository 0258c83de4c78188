import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callsOf, openGallery, type Gallery } from "./gallery/open-gallery.ts";

let gallery: Gallery;
beforeAll(async () => {
  gallery = await openGallery();
}, 120_000);
afterAll(() => gallery.close());

describe("signing in", () => {
  test("begins in the e-mail and ends with Enter", async () => {
    const page = await gallery.open("signed-out");
    await page.locator("[name=email]:focus").waitFor();
    await page.keyboard.type(" ana@aseosabana.example ");
    await page.keyboard.press("Tab");
    await page.keyboard.type("una clave larga");
    await page.keyboard.press("Enter");
    await expect.poll(() => callsOf(page, "signIn")).toEqual([["ana@aseosabana.example", "una clave larga"]]);
  });

  test("asks for what is missing and sends nothing", async () => {
    const page = await gallery.open("signed-out");
    await page.getByRole("button", { name: "Entrar" }).click();
    await page.getByText("Escriba su correo.").waitFor();
    await page.getByText("Escriba su contraseña.").waitFor();
    expect(await callsOf(page, "signIn")).toEqual([]);
  });

  test("refused, says so, forgets the password and keeps the e-mail", async () => {
    const page = await gallery.open("signed-out");
    await page.evaluate(() => window.session.fail("signIn", { code: "bad-credentials" }));
    await page.locator("[name=email]").fill("ana@aseosabana.example");
    await page.locator("[name=password]").fill("otra");
    await page.keyboard.press("Enter");
    await page.getByText("El correo o la contraseña no coinciden.").waitFor();
    expect(await page.locator("[name=password]").inputValue()).toBe("");
    expect(await page.locator("[name=email]").inputValue()).toBe("ana@aseosabana.example");
  });

  test("locked out, counts the seconds and lets nobody in before", async () => {
    const page = await gallery.open("signed-out");
    await page.evaluate(() => window.session.fail("signIn", { code: "locked-out", seconds: 2 }));
    await page.locator("[name=email]").fill("ana@aseosabana.example");
    await page.locator("[name=password]").fill("otra");
    await page.keyboard.press("Enter");
    await page.getByText(/Espere [12]\s+segundos?/u).waitFor();
    await page.locator("[name=password]").fill("otra más");
    await page.keyboard.press("Enter");
    expect(await callsOf(page, "signIn")).toHaveLength(1);
    await page.getByText(/Espere/u).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Entrar" }).click();
    await expect.poll(() => callsOf(page, "signIn")).toHaveLength(2);
  });

  test("again after the session ended, starts with the password and comes back to the same place", async () => {
    const page = await gallery.open("expired");
    await page.getByRole("tab", { name: "Hojas" }).click();
    await page.getByRole("button", { name: "Entrar" }).click();
    await page.locator("[name=password]:focus").waitFor();
    expect(await page.locator("[name=email]").inputValue()).toBe("director@aseosabana.example");
    await page.evaluate(() => window.session.change({ connection: "online" }));
    expect(await page.getByRole("tab", { name: "Hojas" }).getAttribute("aria-selected")).toBe("true");
  });
});

test("the next session that ends asks before it takes the view away", async () => {
  const page = await gallery.open("expired");
  const form = page.locator("[name=password]");
  await page.getByRole("button", { name: "Entrar" }).click();
  await form.waitFor();
  await page.evaluate(() => window.session.change({ connection: "online" }));
  await form.waitFor({ state: "detached" });
  await page.evaluate(() => window.session.change({ connection: "session-expired" }));
  await page.getByText("Sesión vencida").first().waitFor();
  expect(await form.count()).toBe(0);
});

describe("the foot", () => {
  test("stays in sight however long the body is", async () => {
    const page = await gallery.open("many");
    await page.getByRole("tab", { name: /Revisar/u }).click();
    await page.getByRole("button", { name: /Mostrar 40 más/u }).scrollIntoViewIfNeeded();
    const box = await page.getByRole("contentinfo").boundingBox();
    expect(box && Math.round(box.y + box.height)).toBe(720);
  });

  test("synchronises what can go", async () => {
    const page = await gallery.open("mistakes");
    await page.getByRole("button", { name: "Sincronizar 5" }).click();
    expect(await callsOf(page, "synchronise")).toHaveLength(1);
  });

  test("shows work in numbers, and cancels it", async () => {
    const page = await gallery.open("working");
    const bar = page.getByRole("progressbar");
    expect(await bar.getAttribute("aria-valuenow")).toBe("400");
    expect(await bar.getAttribute("aria-valuemax")).toBe("1000");
    expect(await page.getByText("Enviando 400 de 1.000…").first().isVisible()).toBe(true);
    await page.getByRole("button", { name: "Cancelar" }).click();
    expect(await callsOf(page, "cancel")).toHaveLength(1);
  });

  test("tells screen readers politely when its state changes", async () => {
    const page = await gallery.open("ready");
    const live = page.getByRole("contentinfo").locator("[aria-live=polite]");
    expect(await live.textContent()).toBe("Todo guardado");
    await page.evaluate(() => window.session.change({ connection: "offline" }));
    await expect.poll(() => live.textContent()).toBe("Sin conexión");
  });
});

test("a sheet in trouble is told by the foot, and counted where it is mended", async () => {
  const page = await gallery.open("troubles");
  const foot = page.getByRole("contentinfo");
  expect(await foot.getByText("3\u00a0hojas necesitan atención").first().isVisible()).toBe(true);
  expect(await foot.getByText("Todo guardado").count()).toBe(0);
  expect(await page.getByRole("tab", { name: "Hojas 3 hojas necesitan atención" }).isVisible()).toBe(true);
});

test("the places are walked with the arrows", async () => {
  const page = await gallery.open("ready");
  await page.getByRole("tab", { name: "Hoy" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.getByRole("heading", { name: "Este libro" }).count()).toBe(1);
});

test("the menu tells who is in, helps, and signs out", async () => {
  const page = await gallery.open("ready");
  await page.getByRole("button", { name: "Menú de la cuenta" }).click();
  await page.getByText("María Fernanda Ríos · Director de ventas").waitFor();
  await page.getByRole("menuitem", { name: "Salir" }).click();
  await expect.poll(() => callsOf(page, "signOut")).toHaveLength(1);
});
