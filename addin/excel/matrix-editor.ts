import type { Context } from "../../shared/model/kind.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { appendToMatrix } from "./append-to-matrix.ts";
import { ExcelRefusal } from "./failure.ts";
import { matrixRows, matrixShape } from "./matrix-shape.ts";
import { readMatrix, type MatrixReading } from "./read-matrix.ts";
import type { LinkRecord } from "./registry.ts";
import { removeFromMatrix } from "./remove-from-matrix.ts";
import type { Editor } from "./workbook.ts";
import { writeMatrix } from "./write-matrix.ts";

/** What can be done to links, whichever way their records lie. */
export type LinkEditor = Omit<Editor, "link" | "linkMatrix" | "readPart" | "dress">;

/**
 * Reads and writes matrices within one command. Rows are known by their place in the last reading, so acts refuse what
 * was never read; each act finds by the records' names where they stand by then.
 */
export function createMatrixEditor(context: Excel.RequestContext): LinkEditor {
  const last = new Map<string, { readonly reading: MatrixReading; readonly world: Context }>();
  const now = async (sheet: Sheet, link: LinkRecord) => {
    const known = last.get(link.id);
    if (!known) throw new ExcelRefusal({ code: "table-missing" });
    const { reading, protected: isProtected } = await readMatrix(context, sheet, link, known.world);
    if (!reading) throw new ExcelRefusal({ code: "table-missing" });
    if (isProtected) throw new ExcelRefusal({ code: "protected", worksheet: reading.worksheet });
    return { ...known, before: known.reading, reading };
  };
  return {
    async read(sheet, link, world) {
      const { reading, troubles, protected: isProtected } = await readMatrix(context, sheet, link, world);
      if (!reading) return { troubles, shape: null, rows: [], protected: isProtected };
      last.set(link.id, { reading, world });
      return {
        troubles,
        shape: matrixShape(sheet, reading),
        rows: matrixRows(reading),
        protected: isProtected,
      };
    },
    async write(sheet, link, writes) {
      const telling = writes.filter(({ reference, cells }) => reference !== undefined || cells !== undefined);
      if (telling.length === 0) return [];
      return writeMatrix(context, { sheet, link, ...(await now(sheet, link)) }, telling);
    },
    append: async (sheet, link, rows) =>
      rows.length === 0 ? [] : appendToMatrix(context, { sheet, link, ...(await now(sheet, link)) }, rows),
    remove: async (sheet, link, rows) =>
      rows.length === 0 ? [] : removeFromMatrix(context, { sheet, link, ...(await now(sheet, link)) }, rows),
    rule: async (_sheet, link) => link,
  };
}
