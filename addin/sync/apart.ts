import type { Cell } from "../../shared/model/value.ts";
import { apartPrefix, type TableRow } from "../excel/table-row.ts";
import { digestOfText } from "./digest.ts";

/**
 * What the hidden reference of a row says that is no record: the digest of all that it shows, in whatever order the columns
 * stand. Cells may be added or taken away as long as they are blank; of formulas only that they are there counts, as they
 * follow from other rows.
 */
export function apartReference(line: readonly Cell[]): string {
  const shown = line.map((cell) => String(cell).trim()).filter((text) => text !== "");
  return apartPrefix + digestOfText(JSON.stringify(shown.toSorted()));
}

/** Whether a row was set apart and still shows what it showed then; one that somebody changed is a row like any other. */
export function standsApart({ reference, line }: Pick<TableRow, "reference" | "line">): boolean {
  return line !== undefined && reference === apartReference(line);
}
