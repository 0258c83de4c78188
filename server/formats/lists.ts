import type { Workbook, Worksheet } from "exceljs";
import { columnLetters } from "../../shared/text/column-letters.ts";

/** Lists of options on a hidden worksheet: inline lists hold 255 characters only. */
export interface Lists {
  /** The cells of a list, as a validation names them; the same options share one list. */
  reference(options: readonly string[]): string;
  /** Hides the worksheet, which stands last, or does without where no list was asked for. */
  close(): void;
}

const listsName = "Listas";

export function createLists(workbook: Workbook): Lists {
  const lists: (readonly string[])[] = [];
  return {
    reference(options) {
      const known = lists.findIndex((list) => list.join("\n") === options.join("\n"));
      const at = known < 0 ? lists.push(options) - 1 : known;
      const letters = columnLetters(at);
      return `${listsName}!$${letters}$1:$${letters}$${options.length}`;
    },
    close() {
      if (lists.length > 0) fill(workbook.addWorksheet(listsName, { state: "hidden" }), lists);
    },
  };
}

function fill(worksheet: Worksheet, lists: readonly (readonly string[])[]): void {
  lists.forEach((list, at) => {
    worksheet.getColumn(at + 1).numFmt = "@";
    list.forEach((option, line) => {
      worksheet.getCell(line + 1, at + 1).value = option;
    });
  });
}
