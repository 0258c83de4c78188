import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTyped } from "../../../shared/model/column.ts";
import type { Row } from "../../../shared/model/value.ts";
import { peerIssue } from "../../../shared/peers/peer-issue.ts";
import { entryOf, peersOfEntry } from "../../../shared/peers/peer-index.ts";
import { peerColumns, peerQuestion, peerRules, type Peer } from "../../../shared/peers/peer-questions.ts";
import { markOf, seal, unseal } from "../../../shared/peers/seal.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { testContext } from "../context.ts";

const rules = sheets.flatMap((sheet) =>
  peerRules(sheet).map((rule, at) => [`${sheet.id} ${at} ${rule.finding.code}`, sheet, rule] as const),
);

describe("every rule about others' rows", () => {
  test.each(rules)("%s names columns that both records have and keep", (_name, sheet, rule) => {
    const against = sheets.find(({ id }) => id === rule.against);
    if (!against) throw new Error(`there is no record ${rule.against}`);
    const others = [...rule.match.map(([, other]) => other), ...peerColumns(rule)];
    for (const column of others) expect(against.columns[column]?.compute).toBeUndefined();
    expect(others.filter((column) => !(column in against.columns))).toEqual([]);
    const own = [rule.on, ...rule.match.map(([column]) => column), ...(rule.within?.own ?? [])];
    for (const column of own) expect(isTyped(sheet.columns[column] ?? never(column))).toBe(true);
    expect(rule.match.length).toBeGreaterThan(0);
  });

  test.each(rules)("%s asks nothing of an empty row", (_name, _sheet, rule) => {
    expect(peerQuestion(rule, {})).toBeUndefined();
  });

  test.each(rules)("%s tells nothing of a peer but what it says", (_name, _sheet, rule) => {
    const against = sheets.find(({ id }) => id === rule.against) ?? never(rule.against);
    const secret = Object.fromEntries(Object.keys(against.columns).map((key) => [key, `secreto-${key}`]));
    const question = { rule, text: "x", day: null };
    const issue = peerIssue(question, {}, [{ id: "other", values: secret }], {
      against,
      context: testContext,
    });
    const told = JSON.stringify(issue ?? null);
    const allowed = Object.values(rule.tells ?? {});
    const hidden = Object.keys(secret).filter((key) => !allowed.includes(key));
    expect(hidden.filter((key) => told.includes(`secreto-${key}"`))).toEqual([]);
  });
});

function never(what: string): never {
  throw new Error(`there is no ${what}`);
}

describe("a colleague's visit", () => {
  const rule = peerRules(visits).find(({ finding }) => finding.code === "colleague-visit") ?? never("rule");
  const mine: Row = { customer: "El Trigal", advisor: "ana", visitedOn: "2026-03-31" };
  const theirs = (visitedOn: string | null, advisor = "luis"): Peer => ({
    id: visitedOn ?? "",
    values: { visitedOn, advisor },
  });
  const told = (peers: readonly Peer[], row: Row = mine) => {
    const question = peerQuestion(rule, row);
    return (
      question && peerIssue(question, row, peers, { against: visits, context: testContext })?.details?.["day"]
    );
  };

  test.each([
    ["on the same day", "2026-03-31", "31/03/2026"],
    ["thirty days before", "2026-03-01", "01/03/2026"],
    ["thirty-one days before", "2026-02-28", undefined],
    ["a day later", "2026-04-01", undefined],
  ])("%s", (_when, day, shown) => {
    expect(told([theirs(day)])).toBe(shown);
  });

  test("the newest is told; one's own visits, and those that were not made, are no colleague's", () => {
    expect(told([theirs("2026-03-05"), theirs("2026-03-20"), theirs("2026-03-10")])).toBe("20/03/2026");
    expect(told([theirs("2026-03-30", "ana"), theirs(null)])).toBeUndefined();
    expect(told([theirs("2026-03-20")], { ...mine, visitedOn: null })).toBeUndefined();
    expect(told([theirs("2026-03-20")], { ...mine, visitedOn: null, plannedOn: "2026-03-25" })).toBe(
      "20/03/2026",
    );
  });
});

describe("what is sealed", () => {
  test("comes back to whoever knows the text, and to nobody else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (content, text, other) => {
        expect(unseal(seal(content, text, "1"), text, "1")).toBe(content);
        if (content.length > 8 && text !== other)
          expect(unseal(seal(content, text, "1"), other, "1")).not.toBe(content);
      }),
      { numRuns: 60 },
    );
  });

  test("an entry gives the columns of each row, and its id as a mark", () => {
    const peers = [{ id: "abc", values: { day: "2026-03-01", person: "luis", note: "no" } }];
    const [mark, sealed] = entryOf("texto", peers, ["day", "person"], "7");
    expect(mark).toBe(markOf("texto"));
    expect(peersOfEntry(sealed, "texto", ["day", "person"], "7")).toEqual([
      { id: markOf("abc"), values: { day: "2026-03-01", person: "luis" } },
    ]);
  });
});
