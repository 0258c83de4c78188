import type { DeskPage } from "../support/desk-page.ts";

/** The desk of somebody who works alone. */
export function onlyDesk([desk]: readonly DeskPage[]): DeskPage {
  if (!desk) throw new Error("There is no desk");
  return desk;
}

/** The desks of two people side by side. */
export function twoDesks([first, second]: readonly DeskPage[]): readonly [DeskPage, DeskPage] {
  if (!first || !second) throw new Error("There are not two desks");
  return [first, second];
}
