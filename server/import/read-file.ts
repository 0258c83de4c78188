import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import type { Proposal } from "../../shared/recognition/proposal.ts";
import { inCalendarOf, recogniseWorkbook } from "../../shared/recognition/recognise.ts";
import type { World } from "../../shared/recognition/world.ts";
import { limits } from "../workbooks/archive.ts";
import type { WorkbookFailure } from "../workbooks/failure.ts";
import { readWorkbook } from "../workbooks/read-workbook.ts";
import { answerQuestions } from "./answer-questions.ts";
import type { Answers } from "./options.ts";

/** A table of a file that is taken for a record, and the calendar in which it is read. */
export interface FoundTable {
  readonly proposal: Proposal;
  readonly grid: SheetGrid;
  readonly world: World;
}

export type FileReading =
  | {
      readonly ok: true;
      readonly name: string;
      readonly tables: readonly FoundTable[];
      /** Worksheets that hold no record. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly name: string; readonly failure: WorkbookFailure | "absent" };

/** Reads a file and says what each of its worksheets is, with what was answered in advance. */
export async function readFile(path: string, answers: Answers, world: World): Promise<FileReading> {
  const name = basename(path);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) return { ok: false, name, failure: "absent" };
  if (size > limits.fileBytes) return { ok: false, name, failure: "too-large" };
  const reading = await readWorkbook(readFileSync(path));
  if (!reading.ok) return { ok: false, name, failure: reading.failure };
  const dated = inCalendarOf(reading.workbook, world);
  const tables = recogniseWorkbook(reading.workbook, world).flatMap((proposal) => {
    const grid = reading.workbook.sheets.find((sheet) => sheet.name === proposal.worksheet);
    return grid ? [{ proposal: answerQuestions(proposal, grid, answers, dated), grid, world: dated }] : [];
  });
  const taken = new Set(tables.map(({ proposal }) => proposal.worksheet));
  const leftOut = reading.workbook.sheets.filter((sheet) => !taken.has(sheet.name));
  return { ok: true, name, tables, leftOut: leftOut.map((sheet) => sheet.name) };
}
