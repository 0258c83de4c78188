import { dayToSerial } from "../../shared/colombia/day.ts";

/** A cell of the type date, `2026-03-02T14:30:00`, as a serial number; undefined where it is none. */
export function isoToSerial(text: string, date1904: boolean): number | undefined {
  const instant = Date.parse(/T/.test(text) ? `${text.replace(/Z$/, "")}Z` : `${text}T00:00:00Z`);
  if (Number.isNaN(instant)) return undefined;
  const day = new Date(instant).toISOString().slice(0, 10);
  return dayToSerial(day, date1904) + (instant - Date.parse(`${day}T00:00:00Z`)) / 86_400_000;
}
