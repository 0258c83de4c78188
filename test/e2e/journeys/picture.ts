import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFailed } from "vitest";
import { cellPlace } from "../support/cell-place.ts";
import type { DeskPage } from "../support/desk-page.ts";

const folder = resolve(import.meta.dirname, "../../../.data/screenshots");

/** Keeps what is to be seen now, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: resolve(folder, `${name}.png`) });
}

/** Keeps a picture of where the test failed. */
export function watchOver(page: Page, name: string): void {
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

/** The colour (`#RRGGBB`) in a corner of a cell that is in sight, where no text reaches. */
export async function paintedColor(page: Page, { frame }: DeskPage, address: string): Promise<string> {
  const { left, top } = await cellPlace(frame, address);
  const clip = { x: left + 4, y: top + 4, width: 1, height: 1 };
  const png = await page.screenshot({ clip });
  return page.evaluate(async (base64) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob());
    const pencil = new OffscreenCanvas(1, 1).getContext("2d");
    pencil?.drawImage(picture, 0, 0);
    const rgb = [...(pencil?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    return `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  }, png.toString("base64"));
}
