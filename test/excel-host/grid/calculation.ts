import type { ICellData, ICommandInfo, IDisposable, IExecutionOptions } from "@univerjs/presets";
import { cellsIn } from "./book.ts";
import type { Book } from "./book.ts";
import { FORMAT_TRIGGER } from "./write-cells.ts";

const START = "formula.mutation.set-formula-calculation-start";
const NOTIFICATION = "formula.mutation.set-formula-calculation-notification";
const TRIGGER = "formula.mutation.set-trigger-formula-calculation-start";
const SET_CELLS = "sheet.mutation.set-range-values";

/** Changes after which Univer calculates, a moment later and in pieces. */
const CALLS_FOR_CALCULATION = new Set([
  SET_CELLS,
  TRIGGER,
  "sheet.mutation.insert-row",
  "sheet.mutation.remove-rows",
  "sheet.mutation.insert-col",
  "sheet.mutation.remove-col",
  "sheet.mutation.reorder-range",
  "sheet.mutation.remove-sheet",
]);

/** Univer waits 100 ms for more changes before it calculates; longer without a start means that nothing had to be. */
const PATIENCE_MS = 400;

interface CalculationParams {
  unitId?: string;
  cellValue?: Record<number, Record<number, ICellData | null>>;
  functionsExecutedState?: number;
  trigger?: string;
}

/** Knows whether formulas are up to date. Excel's add-ins never read a formula's stale value; Univer's could. */
export class Calculation implements IDisposable {
  readonly #watcher: IDisposable;
  readonly #book: Book;
  #waiting: (() => void)[] = [];
  #hasFormulas: boolean;
  #isDirty = false;
  #isRunning = false;

  constructor(book: Book) {
    this.#book = book;
    this.#hasFormulas = book.workbook.getSheets().some((sheet) => holdsFormula(cellsIn(sheet)));
    this.#isDirty = this.#hasFormulas;
    this.#watcher = book.commands.onCommandExecuted((command, options) => this.#note(command, options));
  }

  /** Has every formula calculated anew. */
  restart(): void {
    this.#book.commands.syncExecuteCommand(TRIGGER, {
      unitId: this.#book.unitId,
      commands: [],
      forceCalculation: true,
    });
  }

  /** Resolves once every formula shows its result. */
  async settled(): Promise<void> {
    while (this.#hasFormulas && (this.#isDirty || this.#isRunning)) {
      const patience = setTimeout(() => this.#giveUpWaiting(), PATIENCE_MS);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      clearTimeout(patience);
    }
  }

  dispose(): void {
    this.#watcher.dispose();
  }

  #note({ id, params }: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    const facts: CalculationParams = params ?? {};
    if (id === START) {
      this.#isDirty = false;
      this.#isRunning = true;
    } else if (id === NOTIFICATION && facts.functionsExecutedState !== undefined) {
      this.#isRunning = false;
      this.#wake();
    } else if (CALLS_FOR_CALCULATION.has(id) && !options?.onlyLocal && facts.trigger !== FORMAT_TRIGGER) {
      this.#isDirty = true;
      this.#hasFormulas ||= facts.cellValue !== undefined && holdsFormula(facts.cellValue);
    }
  }

  #giveUpWaiting(): void {
    if (!this.#isRunning) this.#isDirty = false;
    this.#wake();
  }

  #wake(): void {
    for (const go of this.#waiting.splice(0)) go();
  }
}

function holdsFormula(
  cells: Readonly<Record<number, Readonly<Record<number, ICellData | null>> | undefined>>,
): boolean {
  return Object.values(cells).some((line) => Object.values(line ?? {}).some((cell) => cell?.f || cell?.si));
}
