import type { Sheet } from "../../shared/model/sheet.ts";
import type { Cell } from "../../shared/model/value.ts";
import type { Area, SheetGrid } from "../../shared/recognition/grid.ts";
import type { LocatedMatrix } from "./matrix-names.ts";
import type { LinkRecord, MatrixRecord } from "./registry.ts";

/**
 * The year of a matrix as its title or its worksheet's name says it now: whoever copies last year's sheet and changes the
 * title has the targets of another year. A title that no longer says a year is given as it is, so that it is asked.
 */
export function yearOf(sheet: Sheet, { matrix }: LinkRecord, located: LocatedMatrix, grid: SheetGrid): Cell {
  const given = matrix?.given[sheet.matrix?.year ?? ""] ?? "";
  const title = located.areas.get("year");
  if (matrix?.yearFrom === "title" && title) {
    const text = grid.cells[title.top]?.[title.left] ?? "";
    return yearIn(text, given) ?? text;
  }
  return (matrix?.yearFrom === "worksheet" ? yearIn(grid.name, given) : undefined) ?? given;
}

/** Where the year of a matrix is written above its header, the nearest first, or in the worksheet's name. */
export function findYear(
  grid: SheetGrid,
  headerRow: number,
  year: Cell,
): { readonly from: MatrixRecord["yearFrom"]; readonly area: Area | null } {
  for (let row = headerRow - 1; row >= 0; row -= 1) {
    const column = (grid.cells[row] ?? []).findIndex((cell) => years(cell).includes(Number(year)));
    if (column >= 0) return { from: "title", area: { top: row, left: column, bottom: row, right: column } };
  }
  return { from: years(grid.name).includes(Number(year)) ? "worksheet" : "given", area: null };
}

/** The year that a text says: the one that it said before, or the only one. */
function yearIn(text: Cell, before: Cell): number | undefined {
  const found = new Set(years(text));
  if (found.has(Number(before))) return Number(before);
  return found.size === 1 ? [...found][0] : undefined;
}

const years = (text: Cell): readonly number[] =>
  [...String(text).matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu)].map(([digits]) => Number(digits));
