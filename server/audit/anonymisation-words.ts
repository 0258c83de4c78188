import { groupBy } from "../../shared/group-by.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import type { ToldAnonymisation } from "./finding.ts";
import { momentText } from "./moment-text.ts";

/** One line that says when, by whom, why and of which rows, for an auditor to compare with what the company asked for. */
export function anonymisationSentence(
  { n, at, by, reason, rows }: ToldAnonymisation,
  names: ReadonlyMap<string, string>,
): string {
  const who = by === null ? "nadie" : (names.get(by) ?? by);
  const places = [...groupBy(rows, ([sheet]) => sheet)].map(
    ([sheet, ofSheet]) => `${labelOf(sheet)}: ${ofSheet.map(([, row]) => row).join(", ")}`,
  );
  return `Entrada ${n}, ${momentText(new Date(at))}, por ${who}. Motivo: ${reason}. Filas: ${places.join("; ")}.`;
}

const labelOf = (sheet: string): string => sheets.find(({ id }) => id === sheet)?.label ?? sheet;
