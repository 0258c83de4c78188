import { describe, expect, it } from "vitest";
import { createDirectory } from "../../../shared/model/directory.ts";
import { checkRow } from "../../../shared/model/check-row.ts";
import { isIdentity, personalColumns } from "../../../shared/model/personal.ts";
import { readCell } from "../../../shared/model/read-row.ts";
import { columnOf } from "../../../shared/model/sheet.ts";
import { exampleAdvisor } from "../../../shared/sheets/example-people.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { createTokens, eraseValues } from "../../../server/personal/erase-values.ts";

const context = { today: "2026-11-24", people: createDirectory([exampleAdvisor]), date1904: false };
const documentTypes = ["CC", "NIT", "CE", "PPT", "passport"];
const columns = sheets.flatMap((sheet) =>
  personalColumns(sheet).map(([key, personal]) => ({ name: `${sheet.id}.${key}`, sheet, key, personal })),
);

/** What stands in the column once `value` was erased from a row of that type of document. */
function erased({ sheet, key }: (typeof columns)[number], value: string, documentType: string) {
  const erasing = { sheet, row: { documentType }, version: undefined, tokens: createTokens() };
  return eraseValues({ [key]: value }, erasing)[key] ?? null;
}

it("there are personal columns of every kind", () => {
  expect(new Set(columns.map(({ personal }) => personal)).size).toBe(5);
});

describe.each(columns)("$name", (one) => {
  const { sheet, key, personal } = one;
  const column = columnOf(sheet, key);

  it.each(documentTypes)(
    "%s: takes what stands there once it is erased, and reads it back",
    (documentType) => {
      for (let times = 0; times < 20; times += 1) {
        const value = erased(one, "Zunilda", documentType);
        if (value === null) {
          expect(column.required === undefined && !isIdentity(personal)).toBe(true);
          continue;
        }
        expect(String(value)).not.toContain("Zunilda");
        expect(column.kind.schema.safeParse(value).error).toBeUndefined();
        const cell = column.kind.display(value, context);
        expect(readCell(column, cell, context, { documentType })).toEqual({ ok: true, value });
      }
    },
  );

  it("tells apart those whom it told apart", () => {
    if (!isIdentity(personal)) return;
    for (const type of documentTypes)
      expect(erased(one, "Zunilda", type)).not.toBe(erased(one, "Rosa", type));
  });
});

it.each(sheets.filter((sheet) => personalColumns(sheet).length > 0))(
  "an example of $id without its personal data keeps every rule that it kept",
  (sheet) => {
    for (const example of sheet.examples) {
      const row = eraseValues(example, { sheet, row: example, version: undefined, tokens: createTokens() });
      expect(checkRow(sheet, row, context)).toEqual(checkRow(sheet, example, context));
    }
  },
);
