import { readableColumns } from "../../../shared/model/access.ts";
import { limits, type Me } from "../../../shared/contract.ts";
import { isTyped } from "../../../shared/model/column.ts";
import { isError } from "../../../shared/model/issue.ts";
import { columnOf, type Sheet } from "../../../shared/model/sheet.ts";
import type { Value } from "../../../shared/model/value.ts";
import type { SheetGrid } from "../../../shared/recognition/grid.ts";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import { readProposal } from "../../../shared/recognition/read-proposal.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { worldOf } from "./world.ts";

/**
 * How many of the good rows of a table the service has already: by the record's key, or where it has none by all that
 * the table says of the record.
 */
export async function countDuplicates(
  desk: Desk,
  me: Me,
  proposal: Proposal,
  grid: SheetGrid,
  signal: AbortSignal,
): Promise<Outcome<number>> {
  const { deps, memory } = desk;
  const world = worldOf(desk, me);
  const sheet = world.sheets.find(({ id }) => id === proposal.record);
  const columns = sheet ? comparedColumns(sheet, proposal, me) : [];
  if (!sheet || columns.length === 0) return done(0);
  const rows = readProposal(proposal, grid, world)
    .filter(({ issues }) => !issues.some(isError))
    .map(({ reading }) => columns.map((key): Value => reading.values[key] ?? null))
    .filter((values) => values.some((value) => value !== null));
  let known = 0;
  for (let first = 0; first < rows.length; first += limits.pushRows) {
    const part = rows.slice(first, first + limits.pushRows).map((values) => [...values]);
    const asked = { schema: memory.schema, sheet: sheet.id, columns: [...columns], rows: part };
    const result = await deps.api.knownRows(asked, signal);
    if (!result.ok) return failed(result.failure);
    known += result.value.known.length;
  }
  return done(known);
}

function comparedColumns(sheet: Sheet, proposal: Proposal, me: Me): readonly string[] {
  const readable = readableColumns(sheet, me.person.role);
  const said = new Set([
    ...proposal.columns.flatMap(({ key }) => (key === null ? [] : [key])),
    ...Object.keys(proposal.context),
    ...(proposal.layout === "matrix" ? sheet.keys.flat() : []),
  ]);
  const isSaid = (key: string) => said.has(key) && readable.includes(key) && isTyped(columnOf(sheet, key));
  return sheet.keys.find((key) => key.every(isSaid)) ?? readable.filter(isSaid);
}
