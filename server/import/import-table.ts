import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import type { Issue } from "../../shared/model/issue.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { ProposedColumn, Question } from "../../shared/recognition/proposal.ts";
import { readProposal } from "../../shared/recognition/read-proposal.ts";
import type { FoundTable } from "./read-file.ts";
import { contentOf, type Standing } from "./row-identity.ts";
import { sortRows, type ReadyRow } from "./sort-rows.ts";

/** Why a row was not imported: what is wrong with it, or what the service answered. */
export interface LeftRow {
  /** Row of the worksheet, from 0. */
  readonly row: number;
  readonly why: readonly Issue[] | Exclude<RowAnswer["result"], "saved" | "invalid">;
  /** What its cells say, by column. */
  readonly typed: Readonly<Record<string, string>>;
}

/** What became of a table, or would. */
export interface TableOutcome {
  readonly sheet: Sheet;
  readonly worksheet: string;
  /** What must be answered before it is imported; then nothing of it is. */
  readonly questions: readonly Question[];
  readonly askedColumns: readonly ProposedColumn[];
  readonly rows: number;
  readonly good: number;
  readonly repaired: number;
  readonly duplicates: number;
  /** How many of those left were understood, but with a doubt. */
  readonly doubtful: number;
  readonly left: readonly LeftRow[];
}

/** Pushes rows, or tries them; one answer a row. */
export type Push = (rows: readonly PushedRow[]) => Promise<readonly RowAnswer[]>;

/** Imports one table through the service's own decisions. What is there already, or is asked, is not sent. */
export async function importTable(
  { proposal, grid, world }: FoundTable,
  standing: (sheet: Sheet) => Promise<Standing>,
  push: Push,
  acceptsDoubts: boolean,
): Promise<TableOutcome> {
  const sheet = world.sheets.find(({ id }) => id === proposal.record);
  if (!sheet) throw new Error(`there is no record "${proposal.record}"`);
  const rows = readProposal(proposal, grid, world);
  const askedColumns = proposal.columns.filter(({ asked }) => asked);
  const { questions, worksheet } = proposal;
  const told = { sheet, worksheet, questions, askedColumns, rows: rows.length };
  if (questions.length + askedColumns.length > 0)
    return { ...told, good: 0, repaired: 0, duplicates: 0, doubtful: 0, left: [] };
  const there = await standing(sheet);
  const { ready, bad, doubtful, duplicates } = sortRows(
    sheet,
    rows,
    { ...world.context, habits: proposal.habits },
    there,
    acceptsDoubts,
  );
  const answers = await push(ready.map(({ pushed }) => pushed));
  const refused = ready.flatMap((one, place) => refusal(one, answers[place]) ?? []);
  const saved = ready.filter((_, place) => answers[place]?.result === "saved");
  remember(sheet, saved, there);
  return {
    ...told,
    duplicates,
    doubtful: doubtful.length,
    good: saved.length,
    repaired: saved.filter(({ repaired }) => repaired).length,
    left: [
      ...[...bad, ...doubtful].map(({ row, issues, typed }) => ({ row, why: issues, typed })),
      ...refused,
    ].toSorted((one, other) => one.row - other.row),
  };
}

/** What was just saved is there for the files that follow. */
function remember(sheet: Sheet, saved: readonly ReadyRow[], { counts, ids }: Standing): void {
  const here = new Map<string, number>();
  for (const { pushed } of saved) {
    const content = contentOf(sheet, pushed.values);
    here.set(content, (here.get(content) ?? 0) + 1);
    ids.add(pushed.id);
  }
  for (const [content, count] of here) counts.set(content, (counts.get(content) ?? 0) + count);
}

function refusal({ row, pushed }: ReadyRow, answer: RowAnswer | undefined): LeftRow | undefined {
  if (!answer || answer.result === "saved") return undefined;
  const typed = Object.fromEntries(
    Object.entries(pushed.values).map(([key, value]) => [key, pushed.typed?.[key] ?? String(value ?? "")]),
  );
  return { row, typed, why: answer.result === "invalid" ? answer.issues : answer.result };
}
