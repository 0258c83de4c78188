import { mayTouch, type Person } from "../../shared/model/access.ts";
import type { Session } from "../db/database.ts";
import { loadRows } from "../db/load-rows.ts";
import { Refusal } from "../http/refusal.ts";
import { sheetById, type Service } from "../service-parts.ts";
import type { StoredRow } from "../sync/stored-row.ts";
import { isLocked } from "../sync/verify-rows.ts";

/** The row that something is attached to, and who asks. */
export interface RowAsked {
  readonly sheet: string;
  readonly row: string;
  readonly person: Person;
}

/** The row, for whoever may read it; to all others there is none. Nobody writes a void row, nor a validated one. */
export async function rowToRead(
  service: Pick<Service, "sheets">,
  session: Pick<Session, "read">,
  { sheet: id, row: rowId, person }: RowAsked,
): Promise<{ readonly row: StoredRow; readonly mayWrite: boolean }> {
  const sheet = sheetById(service, id);
  if (!sheet) throw new Refusal("not-found");
  const loaded = await loadRows(session, sheet, new Map([[rowId, Number.MAX_SAFE_INTEGER]]));
  const row = loaded.get(rowId)?.current;
  if (!row || !mayTouch(sheet, person, "read", row.values)) throw new Refusal("not-found");
  return { row, mayWrite: mayTouch(sheet, person, "write", row.values) && !row.voided && !isLocked(row) };
}

/** Refuses whoever may not write the row. */
export async function rowToWrite(
  service: Pick<Service, "sheets">,
  session: Pick<Session, "read">,
  asked: RowAsked,
): Promise<void> {
  const { mayWrite } = await rowToRead(service, session, asked);
  if (!mayWrite) throw new Refusal("forbidden");
}
