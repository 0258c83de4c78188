import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFailed } from "vitest";
import type { DeskPage } from "../support/desk-page.ts";

const folder = resolve(import.meta.dirname, "../../../.data/screenshots");

/** Keeps what is to be seen now, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: resolve(folder, `${name}.png`) });
}

/** Gives a busy machine time, and keeps a picture of where a test of this name failed. */
export function watchOver(page: Page, name: string): void {
  page.setDefaultTimeout(60_000);
  onTestFailed(() => keepPicture(page, `${name}-fallo`));
}

/** Waits until a cell that is in sight is painted in the colour (`#RRGGBB`), whatever the sheet still computes. */
export async function expectPainted(
  page: Page,
  desk: DeskPage,
  address: string,
  color: string,
): Promise<void> {
  await expect.poll(() => paintedColor(page, desk, address), { timeout: 60_000, interval: 250 }).toBe(color);
}

/** The colour in a corner of a cell, where no text reaches. */
async function paintedColor(page: Page, { frame }: DeskPage, address: string): Promise<string> {
  const canvas = await frame.locator("#sheet canvas[id^='univer-sheet-main']").boundingBox();
  const cell = await frame.evaluate((range) => {
    const rect = window.desk?.api.getActiveWorkbook()?.getActiveSheet().getRange(range).getCellRect();
    return rect && { x: rect.x, y: rect.y };
  }, address);
  if (!canvas || !cell) throw new Error(`The cell ${address} is not in sight`);
  const clip = { x: canvas.x + cell.x + 4, y: canvas.y + cell.y + 4, width: 1, height: 1 };
  const png = await page.screenshot({ clip });
  return page.evaluate(async (base64) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const pencil = new OffscreenCanvas(1, 1).getContext("2d");
    pencil?.drawImage(picture, 0, 0);
    const rgb = [...(pencil?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    return `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  }, png.toString("base64"));
}
