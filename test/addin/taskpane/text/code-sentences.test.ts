import { describe, expect, test } from "vitest";
import type { CommandFailure, Trouble } from "../../../../addin/sync/session.ts";
import { failureText } from "../../../../addin/taskpane/text/failure-sentences.ts";
import { troubleText } from "../../../../addin/taskpane/text/trouble-sentences.ts";
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
  test.each(troubles)("$code has a plain sentence and a way out", (trouble) => {
    const { sentence, acts } = troubleText(trouble, () => "Fecha visita");
    expect(badWords(sentence)).toEqual([]);
    expect(acts.length).toBeGreaterThan(0);
  });
});
