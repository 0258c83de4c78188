import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PushedRow, RowAnswer } from "../../../shared/contract.ts";
import type { Row } from "../../../shared/model/value.ts";
import { newId, startCompany, type Colleague, type Company } from "../support/company.ts";
import { notes } from "../support/notes.ts";

/** Each property asks the service hundreds of times. */
const patience = 120_000;

let company: Company;
let director: Colleague;
let second: Colleague;

beforeAll(async () => {
  company = await startCompany({ sheets: [notes], indicators: [], tables: [] });
  director = await company.colleague("director", "Diana Directora");
  second = await company.colleague("director", "Darío Director");
});
afterAll(() => company.stop());

const columns = ["name", "value", "on", "amount"] as const;
const values: Record<(typeof columns)[number], fc.Arbitrary<Row[string]>> = {
  name: fc.constantFrom(null, "uno", "dos"),
  value: fc.constantFrom(null, "a", "b", "c"),
  on: fc.constantFrom(null, "2026-03-01", "2026-03-02"),
  amount: fc.constantFrom(null, 0, 1.5),
};
const fullRow = fc.record({ ...values, key: fc.uuid() });
const change = fc.record(values, { requiredKeys: [] });

const how = () => ({ at: company.clock.now, workbook: "Prueba" });
const importAs = async (who: Colleague, row: PushedRow): Promise<RowAnswer> => {
  const [answer] = await company.service.importAs(who, [row], how());
  if (!answer) throw new Error("no answer");
  return answer;
};

const emptyRow: Row = Object.fromEntries(Object.keys(notes.columns).map((column) => [column, null]));

interface Kept {
  readonly version: number;
  readonly after: Row;
}

/** The row as its history tells it, from the first version on. */
async function versionsOf(id: string): Promise<readonly Row[]> {
  const response = await director.request(`/history/notes/${id}`);
  if (response.status === 404) return [];
  const { revisions } = (await response.json()) as { revisions: Kept[] };
  expect(revisions.map(({ version }) => version)).toEqual(
    revisions.map((_, index) => revisions.length - index),
  );
  const versions: Row[] = [];
  for (const { after } of revisions.toReversed())
    versions.push({ ...(versions.at(-1) ?? emptyRow), ...after });
  return versions;
}

describe("merging", () => {
  test(
    "disjoint edits of one version commute",
    async () => {
      const split = fc.tuple(fullRow, change, fc.subarray([...columns]));
      await fc.assert(
        fc.asyncProperty(split, async ([start, edit, mine]) => {
          const pick = (wanted: boolean) =>
            Object.fromEntries(
              Object.entries(edit).filter(([key]) => mine.some((column) => column === key) === wanted),
            );
          const ends = [];
          for (const order of [
            [true, false],
            [false, true],
          ]) {
            const row = { sheet: "notes", id: newId(), base: 0, values: { ...start, key: newId() } };
            await importAs(director, row);
            for (const side of order) {
              const answer = await importAs(side ? director : second, {
                ...row,
                base: 1,
                values: { ...row.values, ...pick(side) },
              });
              expect(answer.result).toBe("saved");
            }
            ends.push({ ...(await versionsOf(row.id)).at(-1), key: null });
          }
          expect(ends[0]).toEqual(ends[1]);
          expect(ends[0]).toMatchObject(edit);
        }),
        { numRuns: 15 },
      );
    },
    patience,
  );

  test(
    "nothing acknowledged is lost, nothing refused is kept, and a repeated push changes nothing",
    async () => {
      const step = fc.record({ who: fc.boolean(), base: fc.nat({ max: 6 }), change, repeat: fc.boolean() });
      await fc.assert(
        fc.asyncProperty(fullRow, fc.array(step, { maxLength: 10 }), async (start, steps) => {
          const id = newId();
          /** What each version of the row is, by the service's own answers. */
          const versions: Row[] = [];
          const push = async (who: Colleague, base: number, row: Row, repeat: boolean) => {
            const before = await versionsOf(id);
            const pushed = [{ sheet: "notes", id, base, values: { ...row } }];
            const pushId = newId();
            const first = await who.push(pushed, { pushId });
            const after = await versionsOf(id);
            const [answer] = first.answers;
            if (answer?.result === "saved") {
              const from = versions[base - 1] ?? emptyRow;
              const wanted = Object.entries(row).filter(([column, value]) => value !== from[column]);
              expect(answer.values).toMatchObject(Object.fromEntries(wanted));
              expect(answer.values).toEqual(after.at(-1));
              versions[answer.version - 1] = answer.values;
            } else {
              expect(answer?.result).toBe("conflict");
              expect(after).toEqual(before);
            }
            if (!repeat) return;
            expect(await who.push(pushed, { pushId })).toEqual(first);
            expect((await who.push(pushed)).answers).toEqual(first.answers);
            expect(await versionsOf(id)).toEqual(after);
          };
          await push(director, 0, { ...start, key: newId() }, true);
          for (const { who, base, change: edit, repeat } of steps) {
            const known = Math.min(base, versions.length - 1);
            await push(who ? director : second, known + 1, { ...versions[known], ...edit }, repeat);
          }
          expect(await versionsOf(id)).toEqual(versions);
        }),
        { numRuns: 15 },
      );
    },
    patience,
  );

  test(
    "a field that both changed differently is a conflict exactly then",
    async () => {
      await fc.assert(
        fc.asyncProperty(fullRow, change, change, async (start, theirs, mine) => {
          const row = { sheet: "notes", id: newId(), base: 0, values: { ...start, key: newId() } };
          await importAs(director, row);
          await importAs(director, { ...row, base: 1, values: { ...row.values, ...theirs } });
          const answer = await importAs(second, { ...row, base: 1, values: { ...row.values, ...mine } });
          const clashing = columns.filter((column) => {
            const [base, one, other] = [
              start[column],
              { ...start, ...theirs }[column],
              { ...start, ...mine }[column],
            ];
            return one !== base && other !== base && one !== other;
          });
          const told = answer.result === "conflict" ? answer.fields.map((field) => field.column) : [];
          expect(told.toSorted()).toEqual(clashing.toSorted());
        }),
        { numRuns: 60 },
      );
    },
    patience,
  );
});

describe("keys", () => {
  test(
    "stay unique whatever is pushed at once, and every refused row is told by whom",
    async () => {
      const key = fc.constantFrom(null, "k1", "k2", "k3", "k4");
      const moves = fc.array(fc.tuple(fc.nat({ max: 4 }), key), { minLength: 1, maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(key, { minLength: 2, maxLength: 5 }), moves, async (keys, pushed) => {
          const type = newId();
          const rows = keys.map((one) => ({
            sheet: "notes",
            id: newId(),
            base: 0,
            values: { key: one, type },
          }));
          await director.push(rows);
          const asked = pushed.map(([index, one]) => {
            const row = rows[index % rows.length];
            return { sheet: "notes", id: row?.id ?? newId(), base: 1, values: { key: one } };
          });
          const { answers } = await director.push(asked);
          const pulled = await director.pull("notes");
          const at = (column: string) => pulled.columns.indexOf(column);
          const mine = pulled.rows.filter((row) => row.values[at("type")] === type);
          const taken = mine.map((row) => row.values[at("key")]);
          expect(new Set(taken).size).toBe(rows.length);
          for (const [index, answer] of answers.entries()) {
            if (answer.result !== "invalid") continue;
            const holder = answer.issues[0]?.details?.["row"];
            expect(mine.map(({ id }) => id)).toContain(holder);
            expect(holder).not.toBe(asked[index]?.id);
          }
        }),
        { numRuns: 40 },
      );
    },
    patience,
  );
});
