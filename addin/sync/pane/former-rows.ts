import { encodeKnownRows, type KnownRows } from "../known-rows.ts";
import type { LinkState } from "../link-state.ts";
import type { Desk } from "./desk.ts";

/** What the workbook calls the rows of a record whose sheet was put back. */
const prefix = "formerly-";

export const formerRecordOf = (name: string): string | undefined =>
  name.startsWith(prefix) ? name.slice(prefix.length) : undefined;

/** Keeps which rows a sheet showed that is put back: linked again, it is not sent a second time. */
export async function keepFormerRows(desk: Desk, { sheet, known }: LinkState): Promise<void> {
  await save(desk, sheet.id, new Map([...(desk.memory.former.get(sheet.id) ?? []), ...known]));
}

/** Takes the rows that a newly linked sheet shows again out of the former ones; the link knows those alone. */
export async function recogniseFormer(desk: Desk, state: LinkState): Promise<LinkState> {
  const { sheet, link, known, rows } = state;
  if (known.size === 0) return state;
  const shown = new Set(rows.filter(({ dirty }) => !dirty).map((row) => row.known.id));
  const found = new Map([...known].filter(([id]) => shown.has(id)));
  await save(desk, sheet.id, new Map([...known].filter(([id]) => !shown.has(id))));
  await desk.deps.workbook.saveKnownRows(link.id, encodeKnownRows(found));
  return { ...state, known: found };
}

async function save({ memory, deps }: Desk, record: string, rows: KnownRows): Promise<void> {
  memory.former.set(record, rows);
  await deps.workbook.saveKnownRows(prefix + record, encodeKnownRows(rows));
}
