import type { Cell, CellMatrix } from "../snapshot.ts";
import { formatBlock } from "../address.ts";
import type { Table } from "../resources.ts";
import { tableFilter } from "./filters.ts";
import { document, element, list, mainNamespace } from "./xml.ts";

/** A table part. The columns are called as their header cells say: Excel repairs a file where they differ. */
export function tablePart(table: Table, id: number, cells: CellMatrix): string {
  const { range, name, options, meta } = table;
  const hasHeader = options.showHeader !== false;
  const hasFooter = options.showFooter === true;
  const names = columnNames(table, hasHeader ? cells[range.startRow] : undefined);
  const attributes = {
    xmlns: mainNamespace,
    id,
    name,
    displayName: name,
    ref: formatBlock(range),
    headerRowCount: hasHeader ? undefined : 0,
    totalsRowCount: hasFooter ? 1 : undefined,
    totalsRowShown: hasFooter ? undefined : false,
  };
  const style = typeof meta?.["excelStyle"] === "string" ? meta["excelStyle"] : "TableStyleMedium7";
  return document(
    element(
      "table",
      attributes,
      hasHeader ? tableFilter(range, hasFooter, table.filters?.tableColumnFilterList ?? []) : "",
      list(
        "tableColumns",
        names.map((column, index) => element("tableColumn", { id: index + 1, name: column })),
      ),
      element("tableStyleInfo", {
        name: style || undefined,
        showFirstColumn: false,
        showLastColumn: false,
        showRowStripes: true,
        showColumnStripes: false,
      }),
    ),
  );
}

function columnNames({ range, columns }: Table, header: Record<number, Cell> | undefined): string[] {
  const taken = new Set<string>();
  return columns.map(({ displayName }, index) => {
    const written = header?.[range.startColumn + index]?.v;
    const wanted = String(written ?? displayName) || `Columna${index + 1}`;
    const name = taken.has(wanted.toLowerCase()) ? `${wanted}${index + 1}` : wanted;
    taken.add(name.toLowerCase());
    return name;
  });
}
