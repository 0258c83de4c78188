import type { TableAnswer } from "../../../shared/contract.ts";
import type { Months } from "../../../shared/model/result.ts";
import type { TableDefinition } from "../../../shared/model/table.ts";
import type { ComputedTable } from "../../excel/computed-table.ts";
import { written } from "../../excel/es.ts";
import type { TableRecord } from "../../excel/registry.ts";
import { newId } from "../reference.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";

/** Inserts a computed table in a worksheet of its own, or at the selected cell. */
export function insertTable(
  desk: Desk,
  table: string,
  months: Months,
  where: "new-sheet" | "selection",
): Promise<Outcome> {
  return desk.perform("inserting", async ({ signal, retryAs }) => {
    const { deps, memory, store } = desk;
    const definition = deps.tables.find(({ id }) => id === table);
    if (!definition) return failed({ code: "not-found" });
    const result = await deps.api.table(table, months, signal);
    if (!result.ok) return failed(result.failure);
    store.set({ connection: "online" });
    const id = newId().slice(0, 12);
    const content = contentOf(definition, months, result.value);
    const record = await deps.workbook.insertTable(id, content, where, memory.workbookId);
    memory.tables.set(record.id, { record, place: null });
    // The table stands: doing it all again would insert a second one.
    retryAs(() => refreshTables(desk));
    await locateTables(desk);
    await writeFigures(desk, record, content);
    await locateTables(desk);
    return done(undefined);
  });
}

/** Brings every computed table of the workbook up to date; those that were deleted are shown as missing. */
export function refreshTables(desk: Desk): Promise<Outcome<{ readonly refreshed: number }>> {
  return desk.perform("refreshing", async ({ signal }) => {
    const { memory, store } = desk;
    await locateTables(desk);
    const present = [...memory.tables.values()].filter(({ place }) => place !== null);
    let refreshed = 0;
    for (const { record } of present) {
      if (signal.aborted) return failed({ code: "cancelled" });
      const outcome = await refreshTable(desk, record, signal);
      if (!outcome.ok) return outcome;
      refreshed += 1;
      desk.progress(refreshed, present.length);
    }
    if (refreshed > 0) store.set({ connection: "online" });
    await locateTables(desk);
    return done({ refreshed });
  });
}

async function refreshTable(
  { deps, memory }: Desk,
  record: TableRecord,
  signal: AbortSignal,
): Promise<Outcome> {
  const definition = deps.tables.find(({ id }) => id === record.table);
  if (!definition) return done(undefined);
  const result = await deps.api.table(record.table, record.months, signal);
  if (!result.ok) return failed(result.failure);
  await writeFigures({ deps, memory }, record, contentOf(definition, record.months, result.value));
  return done(undefined);
}

async function writeFigures(
  { deps, memory }: Pick<Desk, "deps" | "memory">,
  record: TableRecord,
  content: ComputedTable,
): Promise<void> {
  if (!(await deps.workbook.refreshTable(record, content))) return;
  const fresh = { ...record, refreshedAt: content.refreshedAt };
  memory.tables.set(record.id, { record: fresh, place: memory.tables.get(record.id)?.place ?? null });
  await deps.workbook.saveTables([fresh], memory.workbookId);
}

/** Forgets a computed table; its cells stay as they are. */
export function forgetTable({ inTurn, deps, memory, publish }: Desk, id: string): Promise<Outcome> {
  return inTurn(async () => {
    await deps.workbook.forgetTable(id);
    memory.tables.delete(id);
    publish();
    return done(undefined);
  });
}

/** Finds where the computed tables stand by now. */
export async function locateTables({ deps, memory }: Desk): Promise<void> {
  const records = [...memory.tables.values()].map(({ record }) => record);
  for (const { id, place } of await deps.workbook.standOfTables(records)) {
    const held = memory.tables.get(id);
    if (held) memory.tables.set(id, { ...held, place });
  }
}

function contentOf({ id, label }: TableDefinition, months: Months, answer: TableAnswer): ComputedTable {
  return {
    table: id,
    title: label,
    months,
    subtitle: written.periodLine(months, answer.asOf.at),
    emptyText: written.noFigures,
    refreshedAt: answer.asOf.at,
    answer,
  };
}
