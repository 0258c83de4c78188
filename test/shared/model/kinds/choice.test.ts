import { describe, expect, it } from "vitest";
import { choice } from "../../../../shared/model/kinds/choice.ts";
import { testContext } from "../../context.ts";

const { kind } = choice({
  label: "Motivo",
  options: {
    claim: "PQR",
    linking: "Vinculación",
    campaign: "Campaña",
    absent: { label: "Ausente", synonyms: ["No contesta"] },
  },
});
const codeOf = (typed: string) => {
  const reading = kind.read(typed, testContext, {});
  return reading.ok ? reading.value : reading.finding.code;
};

describe("a choice", () => {
  it.each([
    ["PQR", "claim"],
    ["P.Q.R.", "claim"],
    ["p. q. r.", "claim"],
    ["VINCULACION", "linking"],
    ["VINC.", "linking"],
    [" campaña ", "campaign"],
    ["no contesta", "absent"],
    ["Ausentes", "absent"],
    ["ausnete", "unknown-choice"],
    ["P.Q.", "unknown-choice"],
    ["Q", "unknown-choice"],
    ["A", "unknown-choice"],
  ])("reads «%s» as %s", (typed, code) => {
    expect(codeOf(typed)).toBe(code);
  });
});
