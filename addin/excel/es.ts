import { formatDay, timeZone } from "../../shared/colombia/day.ts";
import { periodLabel } from "../../shared/colombia/months.ts";
import type { Months } from "../../shared/model/result.ts";
import type { RowStatus } from "./row-status.ts";

/** All that the add-in writes into workbooks for people, beside what the definitions and the service say. */
export const written = {
  /** How a row stands, in the status column. */
  status: {
    synchronised: "Sincronizada",
    pending: "Pendiente",
    wrong: "Con errores",
    conflict: "En conflicto",
    validated: "Validada",
    returned: "Devuelta",
    voided: "Anulada",
  } satisfies Readonly<Record<RowStatus, string>>,
  headers: { reference: "Referencia", status: "Estado", marks: "Marcas" },
  /** The status column's header where the record has an «Estado» of its own. */
  otherStatusHeader: "Estado de envío",
  otherReferenceHeader: "Referencia de envío",
  otherMarksHeader: "Marcas de envío",
  pages: "Página &P de &N",
  /** The line below a computed table's title. */
  periodLine: (months: Months, at: string) => `${periodLabel(months)} · Actualizado ${formatAt(at)}`,
  noFigures: "No hay datos en el periodo.",
} as const;

const clock = new Intl.DateTimeFormat("en-CA", {
  timeZone,
  dateStyle: "short",
  timeStyle: "short",
  hourCycle: "h23",
});

/** An instant as people in Colombia write it: `dd/mm/aaaa hh:mm`. */
function formatAt(instant: string): string {
  const [day = "", time = ""] = clock.format(new Date(instant)).split(", ");
  return `${formatDay(day)} ${time}`;
}
