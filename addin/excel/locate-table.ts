import type { LinkRecord } from "./registry.ts";

/** Where a table stands now. Rows and columns count from 0 in the worksheet. */
export interface LocatedTable {
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly worksheetId: string;
  readonly worksheet: string;
  readonly protected: boolean;
  readonly filtered: boolean;
  readonly totals: boolean;
  /** The header's row, and the column where the table begins. */
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  /** Column of the worksheet by the id of the table's column. */
  readonly columns: readonly LocatedColumn[];
}

export interface LocatedColumn {
  readonly id: number;
  readonly name: string;
  readonly column: number;
}

/** Finds tables by their id, or by their name where a file was saved by something that renumbers; null where deleted. */
export async function locateTables(
  context: Excel.RequestContext,
  wanted: readonly Pick<LinkRecord, "tableId" | "tableName">[],
): Promise<readonly (LocatedTable | null)[]> {
  const { tables } = context.workbook;
  const candidates = wanted.map(({ tableId, tableName }) => ({
    byId: tables.getItemOrNullObject(tableId),
    byName: tables.getItemOrNullObject(tableName),
  }));
  await context.sync();
  const loaded = candidates.map(({ byId, byName }) => {
    const table = byId.isNullObject ? byName : byId;
    return table.isNullObject ? null : loadTable(table);
  });
  await context.sync();
  return loaded.map((parts) => parts && describe(parts));
}

export async function locateTable(
  context: Excel.RequestContext,
  wanted: Pick<LinkRecord, "tableId" | "tableName">,
): Promise<LocatedTable | null> {
  const [located = null] = await locateTables(context, [wanted]);
  return located;
}

function loadTable(table: Excel.Table) {
  table.load({ showTotals: true });
  const columns = table.columns.load({ id: true, name: true, index: true });
  const sheet = table.worksheet.load({ id: true, name: true });
  const protection = sheet.protection.load({ protected: true });
  const header = table.getHeaderRowRange().load({ rowIndex: true, columnIndex: true });
  const body = table.getDataBodyRange().load({ rowCount: true });
  const filter = table.autoFilter.load({ isDataFiltered: true });
  return { table, columns, sheet, protection, header, body, filter };
}

function describe({
  table,
  columns,
  sheet,
  protection,
  header,
  body,
  filter,
}: ReturnType<typeof loadTable>): LocatedTable {
  return {
    table,
    sheet,
    worksheetId: sheet.id,
    worksheet: sheet.name,
    protected: protection.protected,
    filtered: filter.isDataFiltered,
    totals: table.showTotals,
    top: header.rowIndex,
    left: header.columnIndex,
    rows: body.rowCount,
    columns: columns.items.map(({ id, name, index }) => ({ id, name, column: header.columnIndex + index })),
  };
}
