import { dayOf, dayToSerial, formatDay } from "../../../shared/colombia/day.ts";
import type { Value } from "../../../shared/model/value.ts";
import type { StaffColumn, Typed } from "./staff-sheet.ts";

// Invented people and firms; what a record holds follows from its number, so that every run is the same.

const people = ["Marta Lucía Ochoa Díaz", "Ever Salgado Ruiz", "Nelcy Pérez Vergara", "J. Arrieta"] as const;
const firms = [
  "Panadería El Totumo",
  "Hotel Mar de Leva S.A.S.",
  "Colegio Los Robles",
  "Taller Brisa",
  "FERRETERÍA EL CLAVO LTDA.",
] as const;

const pick = <T>(items: readonly [T, ...T[]], record: number): T => items[record % items.length] ?? items[0];

export const column = (
  header: string,
  label: string | null,
  cells: (record: number) => Typed,
): StaffColumn => ({
  header,
  label,
  cells,
});

/** Texts that mean themselves. */
export const text =
  (make: (record: number) => string) =>
  (record: number): Typed => {
    const cell = make(record);
    return { cell, means: cell.trim() === "" ? null : cell.trim() };
  };

export const person = text((record) => pick(people, record));
export const firm = text((record) => pick(firms, record));
export const code = (prefix: string) => text((record) => `${prefix}-${String(100 + record)}`);
export const words = (...items: readonly [string, ...string[]]) => text((record) => pick(items, record));

/** What was typed and what it means, one after the other. */
export const meaning =
  (...pairs: readonly [readonly [string | number, Value], ...(readonly [string | number, Value])[]]) =>
  (record: number): Typed => {
    const [cell, means] = pick(pairs, record);
    return { cell, means };
  };

export const dayAt = (record: number, month = 3): string =>
  dayOf(2026, month, 1 + (record % 28)) ?? "2026-03-01";

/** Real dates. */
export const date =
  (month = 3, date1904 = false) =>
  (record: number): Typed => ({
    cell: dayToSerial(dayAt(record, month), date1904),
    means: dayAt(record, month),
    format: "dd/mm/yyyy",
  });

/** Dates as text, day first. */
export const textDate =
  (month = 3) =>
  (record: number): Typed => ({ cell: formatDay(dayAt(record, month)), means: dayAt(record, month) });

/** Dates as text, month first: what can only be so is refused, and all is asked. */
export const monthFirstDate =
  (month = 3) =>
  (record: number): Typed => {
    const [, mm = "", dd = ""] = dayAt(record, month).split("-");
    return Number(dd) > 12
      ? { cell: `${mm}/${dd}/2026`, refused: "ambiguous-date" }
      : { cell: `${mm}/${dd}/2026`, means: `2026-${dd}-${mm}` };
  };

export const money =
  (unit = 1) =>
  (record: number): Typed => ({
    cell: (1_250_000 + 50_000 * record) / unit,
    means: 1_250_000 + 50_000 * record,
    format: "#,##0",
  });

export const counter = (record: number): Typed => ({ cell: record + 1 });
export const nothing = (): Typed => ({ cell: "" });
export const yesNo = meaning(["Si", "Sí"], ["NO", "No"], ["X", "Sí"], ["n", "No"]);
export const market = meaning(["REG.", "Regulado"], ["No reg", "No regulado"], ["regulado", "Regulado"]);
