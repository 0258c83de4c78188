/** Microsoft's libraries as their script defines them; tests bring several, one for each person. */
export interface OfficeLibraries {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
}

export type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** The ways in which work reaches Excel. */
export interface Runner {
  /**
   * What a person asked for: it waits for the cell being edited and, where Excel can, is undone in one step. Work that
   * Excel refuses to group runs again without a group, so it must be safe to repeat.
   */
  command<T>(work: Batch<T>): Promise<T>;
  /** What a person asked for and what no undo covers: what is kept in the file, new worksheets, moving about. */
  waiting<T>(work: Batch<T>): Promise<T>;
  /** What nobody waits for. It fails at once while a cell is being edited. */
  background<T>(work: Batch<T>): Promise<T>;
  /** What nobody asked for and that writes: undone in one step where Excel can. It fails at once while a cell is being edited. */
  unasked<T>(work: Batch<T>): Promise<T>;
  /**
   * Resolves once nobody is typing in a cell; with false where the signal was given first. What waits in Excel cannot be
   * called off: whoever wants to be able to cancel waits here, where only a name is read, and begins afterwards.
   */
  whenNobodyTypes(signal: AbortSignal): Promise<boolean>;
  /** Whether somebody is typing in a cell, which holds up everything that waits. */
  isCellBeingEdited(): Promise<boolean>;
  /**
   * Whether writing now takes nothing from the person that Ctrl+Z would give back: this Excel undoes the add-in's writes
   * with theirs, or nobody did anything yet since the workbook was opened or saved.
   */
  sparesUndo(): Promise<boolean>;
  /** Whether this Excel can do what the add-in needs (ExcelApi 1.14). */
  isSupported(): boolean;
}

export function createRunner({ Excel, Office }: OfficeLibraries): Runner {
  const has = (version: string) => Office.context.requirements.isSetSupported("ExcelApi", version);
  const waiting = <T>(work: Batch<T>) => Excel.run({ delayForCellEdit: true }, work);
  const background = <T>(work: Batch<T>) => Excel.run(work);
  /** One undo step; work that Excel refuses to group runs again without a group. */
  const grouped = async <T>(
    work: Batch<T>,
    options: { readonly delayForCellEdit?: true },
    otherwise: (work: Batch<T>) => Promise<T>,
  ): Promise<T> => {
    if (!has("1.20")) return otherwise(work);
    try {
      return await Excel.run({ ...options, mergeUndoGroup: true }, work);
    } catch (error) {
      if (!isOfficeError(error, "UndoNotSupported")) throw error;
      return otherwise(work);
    }
  };
  return {
    command: (work) => grouped(work, { delayForCellEdit: true }, waiting),
    unasked: (work) => grouped(work, {}, background),
    waiting,
    background,
    whenNobodyTypes: (signal) => Promise.race([waiting(askName).then(() => true), givenUp(signal)]),
    async isCellBeingEdited() {
      try {
        await Excel.run(askName);
        return false;
      } catch (error) {
        if (officeErrorCode(error) === undefined) throw error;
        return isOfficeError(error, "InvalidOperationInCellEditMode");
      }
    },
    async sparesUndo() {
      if (Office.context.requirements.isSetSupported("ExcelUndoApiAll", "1.0")) return true;
      return Excel.run(async (context) => {
        const { workbook } = context;
        workbook.load({ isDirty: true });
        await context.sync();
        return !workbook.isDirty;
      });
    },
    isSupported: () => has("1.14"),
  };
}

/** The least that can be asked of Excel. */
async function askName(context: Excel.RequestContext): Promise<void> {
  context.workbook.load({ name: true });
  await context.sync();
}

function givenUp(signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(false);
    signal.addEventListener("abort", () => resolve(false), { once: true });
  });
}

/** The libraries that Office's script defined on this page, once Office is ready. */
export async function officeOfThisPage(): Promise<OfficeLibraries> {
  await Office.onReady();
  return { Excel, Office };
}

/** Sends a batch. In a function of its own, so that loops over blocks read as what they are: one round trip a block. */
export function send(context: Excel.RequestContext): Promise<void> {
  return context.sync();
}

/** Whether an error is one of Office.js, with that code. Each library has its own class, so the name tells. */
export function isOfficeError(error: unknown, code: string): boolean {
  return officeErrorCode(error) === code;
}

export function officeErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== "RichApi.Error") return undefined;
  const { code } = error as Error & { readonly code?: unknown };
  return typeof code === "string" ? code : undefined;
}
