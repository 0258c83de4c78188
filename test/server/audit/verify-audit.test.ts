import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findingSentence } from "../../../server/audit/finding-words.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import { readHead } from "../../../server/db/audit-chain.ts";
import { allTargets, alter } from "./alterations.ts";
import { openAltered } from "./altered-database.ts";
import { auditedCompany } from "./audited-company.ts";

let altered: Awaited<ReturnType<typeof openAltered>>;

beforeAll(async () => {
  altered = await openAltered(await auditedCompany());
});
afterAll(() => altered.client.close());

test("what nobody altered is whole", async () => {
  expect(await altered.trying((_, reader) => verifyAudit(reader))).toMatchObject({
    ok: true,
    rows: 6,
    erased: 0,
  });
});

interface Case {
  readonly what: string;
  readonly finding: Partial<Record<string, string | number>>;
  readonly sql: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: "a value of an old version",
    finding: { code: "altered-entry", kind: "revision", ref: 1 },
    sql: [`UPDATE revisions SET "after" = replace("after", 'Rosa', 'Ruth') WHERE seq = 1`],
  },
  {
    what: "a value of a row",
    finding: { code: "row-differs", sheet: "customers", column: "linkedOn" },
    sql: ["UPDATE customers SET linkedOn = '2026-02-01' WHERE account = '1004301'"],
  },
  {
    what: "a row taken out",
    finding: { code: "row-missing", sheet: "customers" },
    sql: ["DELETE FROM customers WHERE account = '1004301'"],
  },
  {
    what: "a row put in",
    finding: { code: "row-unknown", sheet: "customers", row: "f" },
    sql: [
      "CREATE TEMP TABLE one AS SELECT * FROM customers LIMIT 1",
      "UPDATE one SET _id = 'f', _seq = 99",
      "INSERT INTO customers SELECT * FROM one",
    ],
  },
  {
    what: "a version put in",
    finding: { code: "unchained-line", kind: "revision", ref: 99 },
    sql: [
      `INSERT INTO revisions SELECT 99, sheet, "row", 99, at, "by", workbook, push, reason, '{}', '{}'
       FROM revisions WHERE seq = 1`,
    ],
  },
  {
    what: "an entry taken out",
    finding: { code: "missing-entry", n: 3 },
    sql: ["DELETE FROM audit_chain WHERE n = 3"],
  },
  {
    what: "the beginning taken out",
    finding: { code: "missing-entry", n: 1 },
    sql: ["DELETE FROM audit_chain WHERE n = 1"],
  },
  {
    what: "two entries exchanged",
    finding: { code: "altered-entry", n: 3 },
    sql: [
      "UPDATE audit_chain SET n = -1 WHERE n = 3",
      "UPDATE audit_chain SET n = 3 WHERE n = 4",
      "UPDATE audit_chain SET n = 4 WHERE n = -1",
    ],
  },
  {
    what: "a setting",
    finding: { code: "setting-differs", place: 2 },
    sql: ["UPDATE settings SET value = 99 WHERE seq = 2"],
  },
  {
    what: "a removed file shown again",
    finding: { code: "removal-differs" },
    sql: ["UPDATE attachments SET removedAt = NULL"],
  },
  {
    what: "the last event taken out",
    finding: { code: "missing-line", kind: "event" },
    sql: ["DELETE FROM audit_events WHERE seq = (SELECT max(seq) FROM audit_events)"],
  },
  {
    what: "an erasure that no event tells of",
    finding: { code: "altered-entry", n: 3 },
    sql: ["INSERT INTO audit_erasures (event, entry, was, now) VALUES (1, 3, 'x', 'y')"],
  },
];

test.each(cases)("the first thing that was altered is named: $what", async ({ finding, sql }) => {
  const found = await altered.findingAfter(...sql);
  expect(found).toMatchObject(finding);
  expect(found && findingSentence(found)).toMatch(/^[A-ZÁÉÍÓÚ][^{}]+\.$/u);
});

test("an end cut off with all that it tells of is noticed only by a mark that was kept outside", async () => {
  const head = await altered.trying((_, reader) => readHead(reader));
  await altered.trying(async (one, reader) => {
    await one.execute("DELETE FROM settings WHERE seq = 2");
    await one.execute("DELETE FROM audit_events WHERE seq = (SELECT max(seq) FROM audit_events)");
    await one.execute(`DELETE FROM audit_chain WHERE n = ${head.n}`);
    expect(await verifyAudit(reader)).toMatchObject({ ok: true });
    const unknown = { ok: false, finding: { code: "head-unknown", n: head.n } };
    expect(await verifyAudit(reader, [head])).toEqual(unknown);
    const other = { n: head.n - 1, hash: head.hash };
    expect(await verifyAudit(reader, [other])).toMatchObject({
      finding: { code: "head-unknown", n: other.n },
    });
  });
  expect(await altered.trying((_, reader) => verifyAudit(reader, [head]))).toMatchObject({ ok: true });
});

test("whatever byte or line is altered, the check finds it", async () => {
  const targets = await allTargets(altered.client);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...targets),
      fc.constantFrom("value", "value", "value", "delete", "copy"),
      fc.nat(),
      async ({ table, rowid, columns }, act, seed) => {
        await altered.trying(async (one, reader) => {
          if (!(await alter(one, { table, rowid, columns }, act, seed))) return;
          const verdict = await verifyAudit(reader);
          expect(verdict.ok, `${act} ${table} ${rowid}`).toBe(false);
        });
      },
    ),
    { numRuns: 150 },
  );
});
