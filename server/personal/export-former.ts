import { readableColumns } from "../../shared/model/access.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import { momentText } from "../audit/moment-text.ts";
import { valuesOfText } from "../db/load-rows.ts";
import type { FormerlyTheirs } from "./read-former.ts";
import { displayed, type Telling, type ToldTable } from "./told-table.ts";

/** What rows that are about others by now once said of the person, and nothing that they say of anybody else. */
export function formerTable(
  sheet: Sheet,
  former: readonly FormerlyTheirs[],
  { by, context }: Telling,
): ToldTable {
  const readable = readableColumns(sheet, by.role);
  return {
    title: `Antes en ${sheet.label}`,
    head: ["Fecha y hora", "Quién", "Columna", "Decía"],
    lines: former.flatMap(({ versions }) =>
      versions.flatMap(({ revision, says }) => {
        const after = valuesOfText(revision.after);
        return readable
          .filter((key) => says.after.columns.has(key) && Object.hasOwn(after, key))
          .map((key) => [
            momentText(new Date(revision.at)),
            context.people.nameOf(revision.by),
            columnOf(sheet, key).label,
            displayed(sheet, key, after, context),
          ]);
      }),
    ),
  };
}
