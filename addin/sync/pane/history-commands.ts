import type { History } from "../../../shared/contract/history.ts";
import { isTyped } from "../../../shared/model/column.ts";
import type { Value } from "../../../shared/model/value.ts";
import { fileOfWorkbook } from "../../../shared/text/workbook-name.ts";
import type { RowWrite } from "../../excel/table-row.ts";
import type { Editor } from "../../excel/workbook.ts";
import { formatFor, toCell } from "../accept-version.ts";
import type { CellHistory, CellVersion, HistoryCommands } from "../history-session.ts";
import { readerFor, readLinkState, type LinkState, type Reader } from "../link-state.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";
import { markRows } from "./repair-commands.ts";

export function historyCommands(desk: Desk): HistoryCommands {
  return {
    loadHistory: () => load(desk),
    loadOlderHistory: () => loadOlder(desk),
    restoreCell: (cell, value) => restoreCell(desk, cell, value),
  };
}

/** Looks at the cell where the user is; it may be another one by the time that the service answers. */
async function load(desk: Desk): Promise<void> {
  const { store, deps } = desk;
  const before = store.get().cellHistory;
  const asked = selectedCell(desk);
  const isSame = asked !== null && before !== null && isOf(before, asked) && before.stage === "ready";
  store.set({ cellHistory: isSame ? { ...before, position: asked.position } : asked });
  if (!asked || asked.stage === "unsent") return;
  const result = await deps.api.history.ofCell(asked, asked.column, null);
  change(desk, asked, result.ok ? pageOf(result.value, asked.column, []) : { stage: "failed" });
}

async function loadOlder(desk: Desk): Promise<void> {
  const shown = desk.store.get().cellHistory;
  const oldest = shown?.versions.at(-1);
  if (!shown?.more || !oldest) return;
  const result = await desk.deps.api.history.ofCell(shown, shown.column, oldest.version);
  change(desk, shown, result.ok ? pageOf(result.value, shown.column, shown.versions) : { stage: "failed" });
}

/** The linked cell that is selected, as far as the sheet was read and people fill it in. */
function selectedCell({ store, memory }: Desk): CellHistory | null {
  const { selection } = store.get();
  const state = selection ? memory.links.get(selection.link) : undefined;
  const column = selection?.column ?? null;
  if (!selection || !state?.shape || column === null) return null;
  const { link, sheet, rows } = state;
  const definition = sheet.columns[column];
  const local = rows.find(({ position }) => position === selection.position);
  if (!local || !definition || !isTyped(definition)) return null;
  return {
    link: link.id,
    position: selection.position,
    sheet: sheet.id,
    rowId: local.known.id,
    column,
    stage: local.known.version === 0 ? "unsent" : "loading",
    versions: [],
    more: false,
  };
}

const isOf = (one: CellHistory, other: Pick<CellHistory, "rowId" | "column">): boolean =>
  one.rowId === other.rowId && one.column === other.column;

/** Changes what is shown of a cell, as long as it is shown. */
function change(
  { store }: Desk,
  of: Pick<CellHistory, "rowId" | "column">,
  part: Partial<CellHistory>,
): void {
  const { cellHistory } = store.get();
  if (cellHistory && isOf(cellHistory, of)) store.set({ cellHistory: { ...cellHistory, ...part } });
}

function pageOf({ revisions, next }: History, column: string, newer: readonly CellVersion[]) {
  const older = revisions.map(({ version, at, by, before, after, workbook, reason, typed }): CellVersion => ({
    version,
    at,
    by,
    before: before[column] ?? null,
    after: after[column] ?? null,
    file: fileOfWorkbook(workbook),
    reason,
    typed: typed?.[column] ?? null,
  }));
  return { stage: "ready", versions: [...newer, ...older], more: next !== null } as const;
}

function restoreCell(
  desk: Desk,
  { link, rowId, column }: Pick<CellHistory, "link" | "rowId" | "column">,
  value: Value,
): Promise<Outcome<{ readonly restored: boolean }>> {
  return desk.perform("validating", async () => {
    const { memory, deps } = desk;
    const shown = memory.links.get(link);
    if (!memory.me) return failed({ code: "unauthenticated" });
    if (!shown) return failed({ code: "not-found" });
    const reader = readerOf(memory, memory.me, deps.now());
    const restored = await deps.workbook.command(async (editor) => {
      const before = await readLinkState(editor, shown, reader);
      const write = writeOf(before, reader, { rowId, column, value });
      const lost = write ? await editor.write(before.sheet, before.link, [write]) : [];
      memory.links.set(link, await readAndMark(editor, before, reader, rowId));
      return write !== undefined && lost.length === 0;
    });
    return done({ restored });
  });
}

function writeOf(
  { rows, sheet, shape, link }: LinkState,
  reader: Reader,
  { rowId, column, value }: { readonly rowId: string; readonly column: string; readonly value: Value },
): RowWrite | undefined {
  const row = rows.find(({ known }) => known.id === rowId);
  if (!row || !shape?.columns.has(column)) return undefined;
  const was = row.cells[column] ?? "";
  const becomes = toCell(sheet, column, value, readerFor(reader, link).context);
  const cell = { column, was, becomes, ...formatFor(sheet, column, was, becomes) };
  return { position: row.position, expects: row.reference, cells: [cell] };
}

async function readAndMark(
  editor: Editor,
  before: LinkState,
  reader: Reader,
  rowId: string,
): Promise<LinkState> {
  const after = await readLinkState(editor, before, reader);
  await markRows(editor, after, new Set([rowId]));
  return after;
}
