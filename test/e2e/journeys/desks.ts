import type { DeskPage } from "../support/desk-page.ts";

/** How long a journey may take, in milliseconds: far more than it does where nothing else runs. */
export const patience = 400_000;

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
