import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limits, pullAnswerSchema, type PullAnswer } from "../../../shared/contract.ts";
import type { Row } from "../../../shared/model/value.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { notes } from "../support/notes.ts";

let company: Company;
let director: Colleague;
let ana: Colleague;
let beto: Colleague;

beforeAll(async () => {
  company = await startCompany({ sheets: [notes], indicators: [], tables: [] });
  director = await company.colleague("director");
  ana = await company.colleague("advisor", "Ana Asesora");
  beto = await company.colleague("advisor", "Beto Asesor");
});
afterAll(() => company.stop());

type Replica = Map<string, { version: number; values: Row }>;

/** Applies pages to what a workbook has, as the pane does. */
async function follow(who: Colleague, replica: Replica, since: PullAnswer["next"] | null, from?: string) {
  let cursor = since;
  for (;;) {
    const page = pullAnswerSchema.parse(await who.pull("notes", cursor, from));
    for (const { id, version, values } of page.rows) {
      replica.set(id, {
        version,
        values: Object.fromEntries(page.columns.map((column, index) => [column, values[index] ?? null])),
      });
    }
    for (const { id } of page.removed) replica.delete(id);
    cursor = page.next;
    if (!page.more) return cursor;
  }
}

const note = (owner: string | null, more: Row = {}) =>
  row("notes", { owner, key: newId(), on: "2026-03-02", ...more });

describe("pulling", () => {
  test("following from anywhere ends at what a first pull gives, for everybody", async () => {
    const act = fc.record({
      kind: fc.constantFrom("add", "edit", "give", "void", "follow"),
      owner: fc.constantFrom("ana", "beto", "nobody"),
      pick: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 20 }), async (acts) => {
        const followers = [director, ana, beto].map((who) => ({
          who,
          replica: new Map() as Replica,
          cursor: null as PullAnswer["next"] | null,
        }));
        const rows: { id: string; version: number }[] = [];
        const personOf = (owner: string) => (owner === "nobody" ? null : owner === "ana" ? ana.id : beto.id);
        for (const { kind, owner, pick } of acts) {
          const known = rows[pick % Math.max(1, rows.length)];
          if (kind === "follow") {
            const follower = followers[pick % followers.length];
            if (follower) follower.cursor = await follow(follower.who, follower.replica, follower.cursor);
          } else if (kind === "add" || !known) {
            const added = note(personOf(owner));
            await director.save(added);
            rows.push({ id: added.id, version: 1 });
          } else if (kind === "void") {
            const body = {
              sheet: "notes",
              rows: [{ id: known.id, base: known.version }],
              reason: "Por prueba",
              workbook: "L",
            };
            await director.post("/void", body);
          } else {
            const changes = kind === "give" ? { owner: personOf(owner) } : { value: newId() };
            const answer = await director.save({
              sheet: "notes",
              id: known.id,
              base: known.version,
              values: changes,
            });
            if (answer.result === "saved") known.version = answer.version;
          }
        }
        for (const { who, replica, cursor } of followers) {
          await follow(who, replica, cursor);
          const whole: Replica = new Map();
          await follow(who, whole, null);
          expect(Object.fromEntries(replica)).toEqual(Object.fromEntries(whole));
          if (who !== director)
            expect([...whole.values()].every(({ values }) => values["owner"] === who.id)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test("tells why a row went: void, or no longer one's own", async () => {
    const [one, two, three] = [note(ana.id), note(ana.id), note(beto.id)];
    await director.push([one, two, three]);
    const { next } = await ana.pull("notes", await follow(ana, new Map(), null));
    await director.save({ ...one, base: 1, values: { ...one.values, owner: beto.id } });
    // A later change by the new owner must not hide that the row left.
    await beto.save({ ...one, base: 2, values: { ...one.values, owner: beto.id, value: "de Beto" } });
    await director.post("/void", {
      sheet: "notes",
      rows: [
        { id: two.id, base: 1 },
        { id: three.id, base: 1 },
      ],
      reason: "Por prueba",
      workbook: "L",
    });
    const { rows, removed } = await ana.pull("notes", next);
    expect(rows).toEqual([]);
    expect(removed).toEqual([
      { id: one.id, why: "not-visible" },
      { id: two.id, why: "voided" },
    ]);
  });

  test("what became of a row after it stopped being one's own is not told", async () => {
    const given = note(ana.id);
    await director.save(given);
    const { next } = await ana.pull("notes", await follow(ana, new Map(), null));
    await director.save({ ...given, base: 1, values: { owner: beto.id } });
    const body = { sheet: "notes", rows: [{ id: given.id, base: 2 }], reason: "Por prueba", workbook: "L" };
    await director.post("/void", body);
    expect((await ana.pull("notes", next)).removed).toEqual([{ id: given.id, why: "not-visible" }]);
  });

  test("after the history began anew tells of the rows that are gone; a first pull has nothing to tell", async () => {
    const [voided, given, kept, foreign] = [note(ana.id), note(ana.id), note(ana.id), note(beto.id)];
    await director.push([voided, given, kept, foreign]);
    const { next } = await ana.pull("notes", await follow(ana, new Map(), null));
    const body = { sheet: "notes", rows: [{ id: voided.id, base: 1 }], reason: "Por prueba", workbook: "L" };
    await director.post("/void", body);
    await director.save({ ...given, base: 1, values: { owner: beto.id } });
    const wanted = new Set([voided, given, kept, foreign].map(({ id }) => id));
    const oldCursors = [
      { epoch: "otra", seq: next.seq },
      { epoch: "otra", seq: 0 },
      { ...next, seq: next.seq + 1_000_000 },
    ];
    for (const since of oldCursors) {
      const { rows, removed } = await ana.pull("notes", since);
      expect(removed.filter(({ id }) => wanted.has(id))).toEqual([
        { id: voided.id, why: "voided" },
        { id: given.id, why: "not-visible" },
      ]);
      expect(rows.filter(({ id }) => wanted.has(id)).map(({ id }) => id)).toEqual([kept.id]);
    }
    expect((await ana.pull("notes")).removed).toEqual([]);
  });

  test("from a day on leaves earlier rows out, keeps undated ones, and tells of rows that moved before it", async () => {
    const [early, late, undated] = [
      note(ana.id, { on: "2026-01-31" }),
      note(ana.id),
      note(ana.id, { on: null }),
    ];
    await director.push([early, late, undated]);
    const replica: Replica = new Map();
    const cursor = await follow(ana, replica, null, "2026-02-01");
    expect([early, late, undated].map(({ id }) => replica.has(id))).toEqual([false, true, true]);
    await director.save({ ...late, base: 1, values: { ...late.values, on: "2026-01-01" } });
    await director.save({ ...early, base: 1, values: { ...early.values, value: "sigue antes" } });
    await follow(ana, replica, cursor, "2026-02-01");
    expect(replica.get(late.id)?.values["on"]).toBe("2026-01-01");
    expect(replica.has(early.id)).toBe(false);
  });

  test("comes in pages that neither repeat nor skip, however large the rows", async () => {
    const big = await startCompany({ sheets: [notes], indicators: [], tables: [] });
    const reader = await big.colleague("director");
    const rows = Array.from({ length: limits.pageRows + 700 }, (_, index) =>
      note(null, { value: index < 1_200 ? randomBytes(1_900).toString("hex") : null }),
    );
    await big.service.importAs(reader, rows, { at: big.clock.now, workbook: "L" });
    const seen: string[] = [];
    let cursor: PullAnswer["next"] | null = null;
    for (let more = true; more;) {
      const response = await reader.post("/pull", {
        schema: (await reader.get<{ schema: string }>("/me")).schema,
        sheet: "notes",
        since: cursor,
      });
      const text = await response.text();
      expect(text.length).toBeLessThan(4_000_000);
      const page: PullAnswer = pullAnswerSchema.parse(JSON.parse(text));
      seen.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
      more = page.more;
    }
    expect(seen).toEqual(rows.map(({ id }) => id));
    await big.stop();
  });
});
