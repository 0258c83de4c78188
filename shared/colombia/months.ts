import type { Months } from "../model/result.ts";
import type { Month } from "../model/value.ts";
import { normalise } from "../text/normalise.ts";

export const monthNames = [
  "Enero",
  "Febrero",
  "Marzo",
  "Abril",
  "Mayo",
  "Junio",
  "Julio",
  "Agosto",
  "Septiembre",
  "Octubre",
  "Noviembre",
  "Diciembre",
] as const;

const numberByName = new Map<string, number>(
  monthNames.flatMap((name, index) => {
    const word = normalise(name);
    return [
      [word, index + 1],
      [word.slice(0, 3), index + 1],
    ] as const;
  }),
);
/** Other spellings, and the months that an English Excel abbreviates otherwise. */
const otherMonthNames = {
  setiembre: 9,
  set: 9,
  sept: 9,
  jan: 1,
  apr: 4,
  aug: 8,
  dec: 12,
};
for (const [name, month] of Object.entries(otherMonthNames)) numberByName.set(name, month);

/** The month (1–12) that a Spanish name or abbreviation means, or undefined. */
export function monthByName(text: string): number | undefined {
  return numberByName.get(normalise(text));
}

/** The Spanish name of a month (1–12). */
export function monthName(month: number): string {
  const name = monthNames[month - 1];
  if (name === undefined) throw new RangeError(`there is no month ${month}`);
  return name;
}

/** A month as people read it: «Marzo 2026». */
export function monthLabel(month: Month): string {
  return `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`;
}

/** A period as people read it: «Marzo 2026», «Enero 2026 a Marzo 2026». */
export function periodLabel({ first, last }: Months): string {
  return first === last ? monthLabel(first) : `${monthLabel(first)} a ${monthLabel(last)}`;
}
