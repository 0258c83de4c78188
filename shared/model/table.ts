import type { Layout } from "./kind.ts";
import type { FigureSource, Months } from "./result.ts";
import type { Role } from "./role.ts";

export interface TableColumn {
  readonly label: string;
  readonly layout: Layout;
}

/** A row of a computed table; `formats` overrides the number format of single columns by position. */
export interface TableRow {
  readonly cells: readonly (string | number | null)[];
  readonly formats?: Readonly<Record<number, string>>;
  readonly emphasis?: true;
}

export interface TableContent {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Sentences that belong under the title, such as which month is provisional. */
  readonly notes: readonly string[];
}

/** A computed table that the add-in writes into any workbook. */
export interface TableDefinition {
  readonly id: string;
  readonly label: string;
  readonly purpose: string;
  readonly access: {
    readonly read: readonly Role[];
    /** These roles see their own rows only. */
    readonly own: readonly Role[];
  };
  build(months: Months, source: FigureSource): Promise<TableContent>;
}

export const layouts = {
  text: { numberFormat: "@", align: "left", width: 26 },
  month: { numberFormat: "@", align: "left", width: 16 },
  day: { numberFormat: "@", align: "center", width: 16 },
  count: { numberFormat: "#,##0", align: "right", width: 14 },
  money: { numberFormat: '"$" #,##0', align: "right", width: 20 },
  percent: { numberFormat: '0.00"%"', align: "right", width: 14 },
} as const satisfies Record<string, Layout>;
