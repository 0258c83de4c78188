import type { LocalRow } from "./interpret-rows.ts";
import type { LinkState } from "./link-state.ts";
import type { ReasonsMissing } from "./familiar-session.ts";

/** The changes of a matrix that make a new official version, which needs a reason, and carry none. */
export function rowsWithoutReason({ sheet, shape, rows }: LinkState): readonly LocalRow[] {
  const reason = sheet.versioning?.reason;
  if (reason === undefined || !shape?.matrix?.carried.has(reason)) return [];
  return rows.filter(({ dirty, known, carried }) => dirty && known.version > 0 && !carried?.[reason]);
}

/** What the pane asks before it sends a link's changes; nothing where no reason is missing. */
export function reasonsMissing(state: LinkState): readonly ReasonsMissing[] {
  const rows = rowsWithoutReason(state).length;
  return rows === 0 ? [] : [{ link: state.link.id, sheet: state.sheet.id, rows }];
}
