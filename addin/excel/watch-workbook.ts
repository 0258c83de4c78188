/** What somebody did at this very Excel. Hints only: the truth is what a reading finds. */
export interface WorkbookEvents {
  /** Cells of a worksheet changed by the person's hand; not by this add-in, not by a co-author. */
  changed(worksheetId: string): void;
  selected(worksheetId: string, address: string): void;
}

/** Listens at the worksheets, whose events tell who caused them. Gives what stops it. */
export async function watchWorkbook(
  context: Excel.RequestContext,
  { changed, selected }: WorkbookEvents,
): Promise<() => Promise<void>> {
  const { worksheets } = context.workbook;
  const handlers = [
    worksheets.onChanged.add(async ({ source, triggerSource, worksheetId }) => {
      if (source === "Local" && triggerSource !== "ThisLocalAddin") changed(worksheetId);
    }),
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => selected(worksheetId, address)),
    worksheets.onDeleted.add(async ({ source, worksheetId }) => {
      if (source === "Local") changed(worksheetId);
    }),
  ];
  await context.sync();
  return async () => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  };
}
