import type { Context } from "../model/kind.ts";
import type { Listing } from "../model/measure.ts";
import type { FigureSource } from "../model/result.ts";
import { columnOf } from "../model/sheet.ts";
import { layouts, type TableDefinition, type TableRow } from "../model/table.ts";
import type { Row } from "../model/value.ts";
import { claims } from "../sheets/claims.ts";

/** What is open: everything that was filed and not answered. */
const openClaims = {
  from: "claims",
  columns: ["number", "customer", "kind", "filedOn", "dueOn", "dueWithEvidence", "daysLeft", "responsible"],
  present: ["filedOn"],
  absent: ["answeredOn"],
} as const satisfies Listing;

/** PQR por vencer: every open claim as of today, whenever it was filed, the overdue first. */
export const claimsDue: TableDefinition = {
  id: "claims-due",
  label: "PQR por vencer",
  purpose: "PQR sin respuesta a la fecha, con su vencimiento y los días hábiles que faltan.",
  access: { read: ["service", "advisor", "quality", "director", "management", "legal"], own: [] },
  async build(_months, source) {
    const rows = (await source.list(openClaims)).toSorted(byDueDay);
    return {
      columns: [
        { label: claims.columns.number.label, layout: { ...layouts.text, width: 18 } },
        { label: claims.columns.customer.label, layout: { ...layouts.text, width: 32 } },
        { label: claims.columns.kind.label, layout: { ...layouts.text, width: 14 } },
        { label: claims.columns.filedOn.label, layout: layouts.day },
        { label: claims.columns.dueOn.label, layout: layouts.day },
        { label: claims.columns.daysLeft.label, layout: layouts.count },
        { label: "Situación", layout: { ...layouts.text, width: 14 } },
        { label: claims.columns.responsible.label, layout: layouts.text },
      ],
      rows: rows.map((row) => claimRow(row, source)),
      notes: ["Todas las PQR sin respuesta a hoy, de cualquier periodo. Las vencidas van primero."],
    };
  },
};

/** The later term of a claim for which evidence was ordered, or that of the law. */
const dueDayOf = (row: Row): string => String(row["dueWithEvidence"] ?? row["dueOn"]);

function byDueDay(one: Row, other: Row): number {
  const order = dueDayOf(one).localeCompare(dueDayOf(other));
  return order === 0 ? String(one["number"]).localeCompare(String(other["number"]), "es") : order;
}

function claimRow(row: Row, { people, today }: FigureSource): TableRow {
  const context: Context = { people, today, date1904: false };
  const due = dueDayOf(row);
  const shown = (key: string, value = row[key] ?? null) =>
    value === null ? null : columnOf(claims, key).kind.display(value, context);
  return {
    cells: [
      shown("number"),
      shown("customer"),
      shown("kind"),
      shown("filedOn"),
      shown("dueOn", due),
      row["daysLeft"] ?? null,
      stateOf(due, today),
      shown("responsible"),
    ],
    ...(due < today ? { emphasis: true } : {}),
  };
}

/** A term that ended yesterday is over, though no business day may have passed since. */
function stateOf(due: string, today: string): string {
  if (due < today) return "Vencida";
  return due === today ? "Vence hoy" : "Por vencer";
}
