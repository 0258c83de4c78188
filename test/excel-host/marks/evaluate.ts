import type { ICommandInfo } from "@univerjs/presets";
import type { Book } from "../grid/book.ts";

const ASK = "formula.mutation.set-formula-string-batch-calculation";
const RESULT = "formula.mutation.set-formula-string-batch-calculation-result";

/** A formula as it would stand in one cell. */
export interface PlacedFormula {
  row: number;
  column: number;
  formula: string;
}

type ByCell<T> = Record<number, Record<number, T[]>>;

interface ResultParams {
  result?: Record<string, Record<string, ByCell<{ value: unknown }>>>;
}

/** What formulas give in cells of a sheet without standing there; in the order asked. */
export async function evaluate(
  book: Book,
  sheetId: string,
  formulas: readonly PlacedFormula[],
): Promise<unknown[]> {
  if (!formulas.length) return [];
  const asked: ByCell<string> = {};
  for (const { row, column, formula } of formulas) ((asked[row] ??= {})[column] ??= []).push(formula);
  const answer = nextResult(book);
  book.commands.syncExecuteCommand(
    ASK,
    { formulas: { [book.unitId]: { [sheetId]: asked } } },
    { onlyLocal: true },
  );
  const byCell = (await answer)[book.unitId]?.[sheetId] ?? {};
  return formulas.map(({ row, column }) => byCell[row]?.[column]?.shift()?.value);
}

function nextResult(book: Book): Promise<NonNullable<ResultParams["result"]>> {
  return new Promise((resolve) => {
    const watcher = book.commands.onCommandExecuted(({ id, params }: Readonly<ICommandInfo>) => {
      if (id !== RESULT) return;
      const { result }: ResultParams = params ?? {};
      watcher.dispose();
      resolve(result ?? {});
    });
  });
}
