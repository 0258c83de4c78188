import { describe, expect, test } from "vitest";
import { issueCodes, type Issue } from "../../../../shared/model/issue.ts";
import { createDirectory } from "../../../../shared/model/directory.ts";
import type { Context } from "../../../../shared/model/kind.ts";
import { readCell } from "../../../../shared/model/read-row.ts";
import { columnKeys, columnOf } from "../../../../shared/model/sheet.ts";
import { sheets } from "../../../../shared/sheets/registry.ts";
import { issueFix } from "../../../../addin/taskpane/text/issue-fixes.ts";
import { issueSentence } from "../../../../addin/taskpane/text/issue-sentences.ts";
import { badWords } from "../plain-spanish.ts";

const context: Context = {
  today: "2026-03-31",
  people: createDirectory([
    { id: "p-1", name: "Ana Lucía Benítez", role: "advisor" },
    { id: "p-2", name: "Carlos Andrés Ruiz", role: "advisor" },
  ]),
  date1904: false,
};

/** Every detail that any finding gives, and none at all: a sentence must stand either way. */
const detailSets: readonly Issue["details"][] = [
  undefined,
  { typed: "lo escrito" },
  { min: 1, typed: 0 },
  { max: 6, typed: 9 },
  { max: 40, length: 57 },
  { options: "Sí, No" },
  { options: "Enero, ".repeat(30) },
  { suggestion: "Carlos Andrés Ruiz" },
  { digits: "800250984", expected: 6 },
  { read: "800250984-6" },
  { typed: "05/04/2026", today: "31/03/2026" },
  { typed: "01/03/2026", earliest: "05/03/2026", other: "visitedOn" },
  { typed: "1002-77", row: 40 },
  { typed: "1002-77", row: "0f".repeat(16), columns: "Número de cuenta contrato" },
  { version: 2 },
];

const visits = sheetNamed("visits");
const customers = sheetNamed("customers");
const sales = sheetNamed("sales");

describe("every mistake has a sentence", () => {
  test.each(sheets)("for every column of $label", (sheet) => {
    for (const { issue, typed } of everyIssueOf(sheet)) {
      const sentence = issueSentence(issue, typed, sheet, context);
      expect(badWords(sentence), `${issue.column} ${issue.code}: ${sentence}`).toEqual([]);
    }
  });

  test("and none shows the code", () => {
    for (const code of issueCodes.filter((one) => one.includes("-"))) {
      const issue: Issue = { column: "visitedOn", code, severity: "error" };
      expect(issueSentence(issue, "x", visits, context)).not.toContain(code);
    }
  });
});

describe("sentences say why and what to do", () => {
  test("a date that the calendar lacks", () => {
    expect(sentenceFor(visits, "visitedOn", "31/02/2026")).toBe(
      "«31/02/2026» no existe en el calendario. Escriba la fecha como dd/mm/aaaa.",
    );
  });

  test("a wrong check digit, with the right one", () => {
    const issue = issueOf(customers, "documentNumber", "800250984-4", { documentType: "NIT" });
    expect(issueSentence(issue, "800250984-4", customers, context)).toBe(
      "El dígito de verificación de 800250984 es 6, no 4. Revise el número.",
    );
  });

  test("a person who is nearly one of the company, with a question", () => {
    expect(sentenceFor(visits, "advisor", "Carlos R")).toBe(
      "«Carlos R» no está entre las personas de la empresa. ¿Es Carlos Andrés Ruiz?",
    );
  });

  test("a choice that is none, with those there are", () => {
    expect(sentenceFor(sales, "kind", "Regalo")).toBe(
      "«Regalo» no es una opción de «Tipo». Elija una de estas: Venta, Nota crédito.",
    );
  });

  test("a cell that the row requires, with the condition", () => {
    const issue: Issue = { column: "contract", code: "required", severity: "error" };
    expect(issueSentence(issue, "", visits, context)).toBe(
      "Falta «Contrato No.», que se pide cuando «Resultado» es «Vinculado». Complete la celda.",
    );
  });

  test("a cell that the row does not admit, with the condition", () => {
    const issue: Issue = { column: "outcome", code: "not-allowed", severity: "error" };
    expect(issueSentence(issue, "Vinculado", visits, context)).toBe(
      "«Resultado» solo se llena cuando «Fecha visita» tiene valor. Borre la celda o corrija el otro dato.",
    );
  });

  test("a repeated key names the other row by its number, never by its id", () => {
    const duplicate = (row: string | number): Issue => ({
      column: "account",
      code: "duplicate",
      severity: "error",
      details: { typed: "1002-77", row },
    });
    expect(issueSentence(duplicate(40), "1002-77", customers, context)).toContain("(fila 40)");
    expect(issueSentence(duplicate("0f".repeat(16)), "1002-77", customers, context)).not.toContain("fila 0f");
  });

  test("an undated row, with the dates that would do", () => {
    const issue: Issue = { column: "plannedOn", code: "undated", severity: "warning" };
    expect(issueSentence(issue, "", visits, context)).toBe(
      "Sin fecha, la fila no cuenta en ningún mes. Escriba «Fecha visita» o «Fecha programada».",
    );
  });
});

describe("fixes", () => {
  test("a month before a day is turned round, and only where nothing else can be meant", () => {
    const ambiguous: Issue = { column: "visitedOn", code: "ambiguous-date", severity: "error" };
    expect(issueFix(ambiguous, "3/25/2026")).toBe("25/03/2026");
    expect(issueFix(ambiguous, "25/25/2026")).toBeUndefined();
  });

  test("what is written for a fix is understood", () => {
    const wrong = issueOf(customers, "documentNumber", "800250984-4", { documentType: "NIT" });
    const fix = issueFix(wrong, "800250984-4");
    const column = columnOf(customers, "documentNumber");
    expect(fix !== undefined && readCell(column, fix, context, { documentType: "NIT" }).ok).toBe(true);
  });
});

/** Every code with every set of details in every column, and in one that the record lacks. */
function everyIssueOf(sheet: (typeof sheets)[number]): readonly { issue: Issue; typed: string }[] {
  const issues = [...columnKeys(sheet), "Columna extraña"].flatMap((column) =>
    issueCodes.flatMap((code) =>
      detailSets.map((details): Issue => ({
        column,
        code,
        severity: "error",
        ...(details ? { details } : {}),
      })),
    ),
  );
  const typings = ["31/02/2026", "", "un texto muy largo ".repeat(9)];
  return issues.flatMap((issue) => typings.map((typed) => ({ issue, typed })));
}

function sentenceFor(sheet: (typeof sheets)[number], column: string, typed: string): string {
  return issueSentence(issueOf(sheet, column, typed), typed, sheet, context);
}

/** The issue that reading a text in a column really gives. */
function issueOf(sheet: (typeof sheets)[number], column: string, typed: string, row = {}): Issue {
  const reading = readCell(columnOf(sheet, column), typed, context, row);
  if (reading.ok) throw new Error(`«${typed}» was read`);
  const { code, details } = reading.finding;
  return { column, code, severity: "error", ...(details ? { details: { ...details } } : {}) };
}

function sheetNamed(id: string): (typeof sheets)[number] {
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet) throw new Error(`there is no record ${id}`);
  return sheet;
}
