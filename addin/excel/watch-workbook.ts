/** What somebody did at this very Excel. Hints only: the truth is what a reading finds. */
export interface WorkbookEvents {
  /**
   * Something of a worksheet changed by the person's hand, its cells, their order, or its protection; not by this add-in,
   * not by a co-author. The address where only what cells say changed; none where rows may have moved.
   */
  changed(worksheetId: string, address: string | null): void;
  /** A co-author changed something of a worksheet: what was read of it is old. */
  changedElsewhere(worksheetId: string): void;
  /** A worksheet or a table is gone. */
  removed(): void;
  selected(worksheetId: string, address: string): void;
}

/** What tells who caused an event, and where. */
interface Caused {
  readonly source: string;
  readonly worksheetId: string;
}

/** Listens at the worksheets, whose events tell who caused them, and for tables that go. Gives what stops it. */
export async function watchWorkbook(
  context: Excel.RequestContext,
  { changed, changedElsewhere, removed, selected }: WorkbookEvents,
): Promise<() => Promise<void>> {
  const { worksheets, tables } = context.workbook;
  const hearChange = async ({ source, worksheetId }: Caused, address: string | null = null) => {
    if (source === "Local") changed(worksheetId, address);
    else changedElsewhere(worksheetId);
  };
  const hearRemoval = async ({ source }: Caused) => {
    if (source === "Local") removed();
  };
  const handlers = [
    worksheets.onChanged.add(async (event) => {
      if (event.triggerSource === "ThisLocalAddin") return;
      await hearChange(event, event.changeType === "RangeEdited" ? event.address : null);
    }),
    worksheets.onRowSorted.add((event) => hearChange(event)),
    worksheets.onProtectionChanged.add((event) => hearChange(event)),
    worksheets.onDeleted.add(hearRemoval),
    tables.onDeleted.add(hearRemoval),
    worksheets.onSelectionChanged.add(async ({ worksheetId, address }) => selected(worksheetId, address)),
  ];
  await context.sync();
  return async () => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  };
}
