import type { ComputedTable } from "../../../addin/excel/computed-table.ts";
import type { Value } from "../../../shared/model/value.ts";

const layout = { numberFormat: "General", align: "left", width: 12 } as const;
const at = "2026-03-15T17:00:00Z";

/** A computed table of some rows, such as the service would answer. */
export function figures(headers: readonly string[], rows: readonly (readonly Value[])[]): ComputedTable {
  return {
    table: "ensayo",
    title: "Ensayo",
    months: { first: "2026-03", last: "2026-03" },
    subtitle: "Marzo 2026",
    emptyText: "Nada.",
    refreshedAt: at,
    answer: {
      table: "ensayo",
      columns: headers.map((label) => ({ label, layout })),
      rows: rows.map((cells) => ({ cells: [...cells] })),
      notes: [],
      asOf: { seq: 1, at },
    },
  };
}
