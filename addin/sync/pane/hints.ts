import { rowsOfAddress, type Span } from "../../excel/spans.ts";
import { isAsRead, type LinkState } from "../link-state.ts";

/** Which rows of worksheets are to be judged again; null where all of a worksheet's are. */
export interface Hints {
  readonly worksheets: Map<string, readonly Span[] | null>;
  everything: boolean;
}

/** What is to be read of a link: some rows of its worksheet, from 0, all, or nothing. */
export type Reading = readonly Span[] | "all" | "nothing";

/** More pieces than this are read as a whole: each is a question to Excel. */
const mostSpans = 50;

export const noHints = (): Hints => ({ worksheets: new Map(), everything: false });

export const hasHints = ({ worksheets, everything }: Hints): boolean => everything || worksheets.size > 0;

/** Notes that cells of a worksheet changed; without an address rows may have moved. */
export function hint({ worksheets }: Hints, worksheetId: string, address: string | null): void {
  const before = worksheets.get(worksheetId);
  const rows = address === null ? undefined : rowsOfAddress(address);
  const all = rows && before !== null ? [...(before ?? []), ...rows] : null;
  worksheets.set(worksheetId, all && all.length <= mostSpans ? all : null);
}

export function addHints(hints: Hints, more: Hints): void {
  for (const [id, rows] of more.worksheets) {
    const before = hints.worksheets.get(id);
    const all = before === undefined ? rows : before && rows && [...before, ...rows];
    hints.worksheets.set(id, all);
  }
  hints.everything ||= more.everything;
}

/** A link whose table is gone is read again with any change: it may be back. */
export function readingOf(state: LinkState, { worksheets, everything }: Hints): Reading {
  if (everything || !state.shape) return "all";
  const rows = worksheets.get(state.shape.worksheetId);
  if (rows === undefined) return "nothing";
  return rows === null || !isAsRead(state) ? "all" : rows;
}
