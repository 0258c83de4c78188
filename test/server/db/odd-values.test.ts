import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tidy } from "../../../shared/text/normalise.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { notes } from "../support/notes.ts";

let company: Company;
let director: Colleague;

beforeAll(async () => {
  company = await startCompany({ sheets: [notes], indicators: [], tables: [] });
  director = await company.colleague("director");
});
afterAll(() => company.stop());

const injections = [
  "'); DROP TABLE notes; --",
  `" OR 1=1 --`,
  "$[0]",
  '$."name"',
  "?1",
  "null",
  "{}",
  "[1,2]",
  "0x41",
  "1e400",
  "NaN",
  "%_\\%",
  "=1+1",
  "👩🏽‍🌾 ñandú İ ß ﬃ",
  "a\u2028b",
  "__proto__",
];

describe("what people type", () => {
  test("comes back as it was, whatever SQL or JSON would make of it", async () => {
    const words = fc.oneof(
      fc.constantFrom(...injections),
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.string({ unit: "binary", maxLength: 60 }),
    );
    const text = words.map(tidy).map((typed) => (typed === "" ? null : typed.slice(0, 200)));
    const amount = fc
      .double({ min: -999_999_999_999_000, max: 999_999_999_999_000, noNaN: true, noDefaultInfinity: true })
      .map((value) => Number(value.toPrecision(15)) + 0);
    const rows = fc.array(fc.record({ name: text, value: text, key: text, amount }), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(rows, async (typed) => {
        const pushed = typed.map((values) => row("notes", { ...values, type: newId() }));
        const { seq, answers } = await director.push(pushed);
        const { epoch } = (await director.pull("notes")).next;
        const since = { epoch, seq: seq - answers.filter(({ result }) => result === "saved").length };
        const pulled = await director.pull("notes", since);
        const byId = new Map(pulled.rows.map((one) => [one.id, one.values]));
        for (const { id, values } of pushed) {
          const kept = byId.get(id);
          expect(kept, JSON.stringify(values)).toBeDefined();
          for (const [column, value] of Object.entries(values)) {
            expect(kept?.[pulled.columns.indexOf(column)], column).toBe(value);
          }
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  test.each(["a\u0000b", "a\ud800b", "\udc00", "a\u0007b", " orillas ", "a\u00a0b"])(
    "that no text may hold is refused, and stops nobody: %j",
    async (value) => {
      const { answers } = await director.push([
        row("notes", { value }),
        row("notes", { value: newId(), key: newId() }),
      ]);
      expect(answers).toMatchObject([
        { result: "invalid", issues: [{ column: "value", code: "out-of-range" }] },
        { result: "saved" },
      ]);
    },
  );

  test("in names of workbooks, reasons and e-mails stops nobody either", async () => {
    const odd = "libro \ud800\u0000 '; --";
    const pushed = row("notes", { value: "algo", key: newId() });
    expect((await director.push([pushed], { workbook: odd })).answers).toMatchObject([{ result: "saved" }]);
    const reason = `motivo ${odd}`;
    const voided = await director.post("/void", {
      sheet: "notes",
      rows: [{ id: pushed.id, base: 1 }],
      reason,
      workbook: odd,
    });
    expect(voided.status).toBe(200);
    const body = JSON.stringify({ email: "a\ud800@aseo.example", password: "\ud800" });
    const signIn = await company.service.app.request("/api/auth/sign-in/email", { method: "POST", body });
    expect([400, 401]).toContain(signIn.status);
    expect((await director.request(`/history/notes/${encodeURIComponent("' OR 1=1")}`)).status).toBe(400);
  });
});

test("a value of the wrong type is the row's mistake, not the push's", async () => {
  const { answers } = await director.push([
    row("notes", { amount: "12", key: newId() }),
    row("notes", { name: 12, key: newId() }),
    row("notes", { amount: 0.1 + 0.2, key: newId() }),
    row("notes", { amount: 0.3, key: newId() }),
  ]);
  expect(answers.map(({ result }) => result)).toEqual(["invalid", "invalid", "invalid", "saved"]);
});
