import { describe, expect, test } from "vitest";
import type { ExaminationTrouble, SheetChange } from "../../../../addin/sync/familiar-session.ts";
import {
  certaintyOf,
  certaintyText,
  changeSentence,
  examinationTroubleText,
  questionText,
} from "../../../../addin/taskpane/text/examination-text.ts";
import { rowsInWords } from "../../../../addin/taskpane/text/repair-text.ts";
import { badWords } from "../plain-spanish.ts";

const troubles: readonly ExaminationTrouble[] = [
  { code: "nothing-recognised" },
  { code: "protected" },
  { code: "already-linked" },
  { code: "empty" },
  { code: "too-large", rows: 1, columns: 1 },
  { code: "too-large", rows: 1_048_576, columns: 300 },
];

const changes: readonly SheetChange[] = [
  { kind: "unmerge", areas: 1 },
  { kind: "unmerge", areas: 3 },
  { kind: "set-apart", rows: 1 },
  { kind: "set-apart", rows: 12 },
  { kind: "name-headers", columns: ["Columna D"] },
  { kind: "name-headers", columns: ["Columna D", "Columna F"] },
];

describe("linking a sheet", () => {
  test.each(troubles)("$code is told in plain words with a way out", (trouble) => {
    expect(badWords(examinationTroubleText(trouble).sentence)).toEqual([]);
  });

  test.each(changes)("says that it will $kind", (change) => {
    expect(badWords(changeSentence(change))).toEqual([]);
  });

  test("asks every question in plain words, with an example or none", () => {
    const texts = Object.values(questionText).flatMap((ask) => [
      ask("Fecha visita", ""),
      ask("Fecha visita", "03/04/2026"),
    ]);
    for (const text of texts) expect(badWords(text)).toEqual([]);
  });

  test("says how sure it is in words, not in numbers", () => {
    expect([0.95, 0.75, 0.5].map(certaintyOf)).toEqual(["sure", "likely", "unsure"]);
    for (const text of Object.values(certaintyText)) expect(badWords(text)).toEqual([]);
  });
});

test("rows are named one by one as far as they are few", () => {
  expect(rowsInWords([8])).toBe("Fila 8");
  expect(rowsInWords([8, 9, 12])).toBe("Filas 8, 9 y 12");
  expect(rowsInWords([8, 9, 12, 15, 19, 22])).toBe("Filas 8, 9, 12, 15 y 2 más");
});
