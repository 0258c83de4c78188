import type { Sheet } from "../../shared/model/sheet.ts";
import { normalise } from "../../shared/text/normalise.ts";

/** The key of a column by the name that domain.md gives it; undefined where the record has none such. */
export function keyByLabel(sheet: Sheet, label: string): string | undefined {
  const exact = Object.entries(sheet.columns).find(([, column]) => column.label === label);
  const alike = () =>
    Object.entries(sheet.columns).find(([, column]) => normalise(column.label) === normalise(label));
  return (exact ?? alike())?.[0];
}
