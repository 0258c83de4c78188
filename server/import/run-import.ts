import type { PushedRow, RowAnswer } from "../../shared/contract.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { PersonRecord } from "../db/read-people.ts";
import type { RunningService } from "../service.ts";
import { importTable, type TableOutcome } from "./import-table.ts";
import type { ImportOptions } from "./options.ts";
import { readFile, type FileReading } from "./read-file.ts";
import { standingOf, type Standing } from "./row-identity.ts";

/** What became of a file. */
export interface FileOutcome {
  readonly reading: FileReading;
  readonly tables: readonly TableOutcome[];
}

/** Rows that are written at once. */
const batch = 1_000;
/** What the history keeps of a file's name, in characters. */
const longestName = 120;

/** Imports files one after the other, as somebody; each is told as soon as it is done. */
export async function runImport(
  service: Pick<RunningService, "importAs" | "importing">,
  person: PersonRecord,
  { files, answers, writes, acceptsDoubts }: ImportOptions,
  tell: (outcome: FileOutcome) => void,
): Promise<readonly FileOutcome[]> {
  const world = await service.importing.world(person);
  const standing = createStandings(service);
  const outcomes: FileOutcome[] = [];
  for (const path of files) {
    const reading = await readFile(path, answers, world);
    const push = pusher(service, person, reading.name, writes);
    const tables: TableOutcome[] = [];
    for (const table of reading.ok ? reading.tables : [])
      tables.push(await importTable(table, standing, push, acceptsDoubts));
    outcomes.push({ reading, tables });
    tell({ reading, tables });
  }
  return outcomes;
}

function pusher(
  { importAs, importing }: Pick<RunningService, "importAs" | "importing">,
  person: PersonRecord,
  name: string,
  writes: boolean,
) {
  const workbook = name.slice(-longestName);
  return async (rows: readonly PushedRow[]): Promise<readonly RowAnswer[]> => {
    const at = importing.now();
    if (!writes) return importing.tryAs({ person, at, workbook }, rows);
    const answers: RowAnswer[] = [];
    for (let first = 0; first < rows.length; first += batch)
      answers.push(...(await importAs(person, rows.slice(first, first + batch), { at, workbook })));
    return answers;
  };
}

/** What stands of each record, read once. */
function createStandings({ importing }: Pick<RunningService, "importing">) {
  const known = new Map<string, Standing>();
  return async (sheet: Sheet): Promise<Standing> => {
    const standing = known.get(sheet.id) ?? standingOf(sheet, await importing.rowsOf(sheet));
    known.set(sheet.id, standing);
    return standing;
  };
}
