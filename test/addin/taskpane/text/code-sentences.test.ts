import { describe, expect, test } from "vitest";
import type { CommandFailure, Trouble } from "../../../../addin/sync/session.ts";
import { failureText } from "../../../../addin/taskpane/text/failure-sentences.ts";
import { troubleTexts } from "../../../../addin/taskpane/text/trouble-sentences.ts";
import { failureCodes } from "../../../../shared/contract.ts";
import { badWords } from "../plain-spanish.ts";

/** Codes of Office.js, some of which have a sentence of their own. */
const excelCodes = [
  "",
  "GeneralException",
  "ItemNotFound",
  "MergedRangeConflict",
  "RequestPayloadSizeLimitExceeded",
  "ResponsePayloadSizeLimitExceeded",
  "UnsupportedOperation",
];

const failures: readonly CommandFailure[] = [
  ...failureCodes.map((code) => ({ code })),
  { code: "offline" },
  { code: "bad-credentials" },
  { code: "locked-out", seconds: 45 },
  { code: "cancelled" },
  { code: "unanswered" },
  { code: "cell-edit-mode" },
  { code: "access-denied" },
  { code: "table-missing" },
  ...["Control visitas", ""].flatMap((worksheet) => [
    { code: "protected" as const, worksheet },
    { code: "no-room" as const, worksheet },
    { code: "occupied" as const, worksheet },
  ]),
  ...excelCodes.map((detail) => ({ code: "excel" as const, detail })),
  { code: "unsupported-excel" },
  { code: "unexpected" },
];

const troubles: readonly Trouble[] = [
  { code: "table-missing" },
  { code: "protected" },
  { code: "header-renamed", column: "visitedOn", header: "F. realizada" },
  { code: "column-missing", column: "visitedOn" },
  { code: "control-column-missing" },
];

describe("every failure of a command", () => {
  test.each(failures)("$code has a plain sentence", (failure) => {
    expect(badWords(failureText(failure).sentence)).toEqual([]);
  });

  test("names the worksheet and the seconds that it is about", () => {
    expect(failureText({ code: "protected", worksheet: "Usuarios" }).sentence).toContain("«Usuarios»");
    expect(failureText({ code: "locked-out", seconds: 1 }).sentence).toContain("1\u00a0segundo ");
  });

  test("never shows a code of Excel, and says more than that where it can", () => {
    const sentences = new Set(excelCodes.map((detail) => failureText({ code: "excel", detail }).sentence));
    expect(sentences.size).toBe(5);
    for (const detail of excelCodes.slice(1)) expect([...sentences].join(" ")).not.toContain(detail);
  });

  test("that passes with time offers to try again; an ended session offers to sign in", () => {
    expect(failureText({ code: "unavailable" }).wayOut).toBe("retry");
    expect(failureText({ code: "cell-edit-mode" }).wayOut).toBe("retry");
    expect(failureText({ code: "unauthenticated" }).wayOut).toBe("sign-in");
    expect(failureText({ code: "schema-changed" }).wayOut).toBe("reload");
  });
});

describe("every trouble of a table", () => {
  const labels: Readonly<Record<string, string>> = { visitedOn: "Fecha visita", outcome: "Resultado" };
  const textsOf = (some: readonly Trouble[]) =>
    troubleTexts(some, (column) => labels[column] ?? "Contrato No.");

  test.each(troubles)("$code has a plain sentence and a way out", (trouble) => {
    const [text] = textsOf([trouble]);
    expect(badWords(text?.sentence ?? "")).toEqual([]);
    expect(text?.acts.length).toBeGreaterThan(0);
  });

  test("is told once for all its columns", () => {
    const texts = textsOf([
      { code: "header-renamed", column: "visitedOn", header: "F. realizada" },
      { code: "column-missing", column: "outcome" },
      { code: "header-renamed", column: "contract", header: "Contrato" },
      { code: "column-missing", column: "visitedOn" },
    ]);
    expect(texts.map(({ code }) => code)).toEqual(["header-renamed", "column-missing"]);
    expect(texts[0]?.sentence).toContain(
      "2 encabezados: «Fecha visita» ahora dice «F. realizada» y «Contrato No.» ahora dice «Contrato».",
    );
    expect(texts[1]?.sentence).toContain("Faltan las columnas «Resultado» y «Fecha visita»");
    for (const { sentence } of texts) expect(badWords(sentence)).toEqual([]);
  });

  test("offers what brings the workbook's own table back before a new one", () => {
    for (const { acts } of troubles
      .filter(({ code }) => code !== "table-missing")
      .flatMap((one) => textsOf([one])))
      expect(acts[0]).not.toBe("insert-again");
  });

  test("does not say of a renamed column that it is not sent, as it is", () => {
    const [renamed] = textsOf([{ code: "header-renamed", column: "visitedOn", header: "F. realizada" }]);
    expect(renamed?.sentence).toContain("se envía igual");
  });
});
