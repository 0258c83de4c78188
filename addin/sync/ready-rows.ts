import type { LinkSummary } from "./session.ts";

/** Rows of a sheet that wait for nothing but being sent. */
export const readyRows = ({ pending, wrong, inConflict }: LinkSummary): number =>
  Math.max(0, pending - wrong - inConflict);
