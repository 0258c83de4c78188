import type { Transaction } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anonymisationSentence } from "../../../server/audit/anonymisation-words.ts";
import { chainEntries, commitmentOf } from "../../../server/audit/chain.ts";
import { sealOf } from "../../../server/audit/check-seals.ts";
import { findingSentence } from "../../../server/audit/finding-words.ts";
import { isPseudonym } from "../../../server/audit/stray-erasure.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import { readHead } from "../../../server/db/audit-chain.ts";
import { eventEntry } from "../../../server/db/audit-events.ts";
import { readChain } from "../../../server/db/read-chain.ts";
import { isIdentity, personalColumns } from "../../../shared/model/personal.ts";
import { columnOf } from "../../../shared/model/sheet.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { row, startCompany, today, type Colleague } from "../support/company.ts";
import { customer, visit } from "../support/rows.ts";
import { openAltered, type Reader } from "./altered-database.ts";

const asked = row("customers", customer("1009001", null, { documentNumber: "45777888", name: "Zunilda P" }));
const other = row("customers", customer("1009002", null));
let corrected: ReturnType<typeof row>;
let director: Colleague;
let altered: Awaited<ReturnType<typeof openAltered>>;

beforeAll(async () => {
  const company = await startCompany();
  director = await company.colleague("director", "Diego Director");
  const ana = await company.colleague("advisor", "Ana Asesora");
  corrected = row("visits", visit(ana.id, { customer: "1009001" }));
  await director.push([asked, other]);
  await ana.save(corrected);
  await ana.save({ ...corrected, base: 1, values: { ...corrected.values, customer: "1009002" } });
  const request = { words: "45777888", reason: "Solicitud 2026-014", by: director.id, at: today };
  await company.service.personal.anonymise(request);
  await company.stop();
  altered = await openAltered(company.folder);
});
afterAll(() => altered.client.close());

interface Forgery {
  /** Alters what one line says. */
  readonly sql: string;
  readonly kind: "revision" | "event";
  readonly ref: number;
  readonly rows: readonly (readonly [string, string])[];
  readonly files?: number;
}

/** Alters a line and invents an anonymisation that accounts for it, chained like a true one. */
async function forge(one: Transaction, reader: Reader, forgery: Forgery): Promise<number> {
  const { sql, kind, ref, rows, files = 0 } = forgery;
  const head = await readHead(reader);
  const find = async () =>
    (await readChain(reader, 0, head.n)).find((entry) => entry.kind === kind && entry.ref === ref);
  const before = await find();
  await one.execute(sql);
  const after = await find();
  if (!before || !after) throw new Error("there is no such entry");
  expect(after.content).not.toBe(before.content);
  const salt = "f".repeat(32);
  const commitments = {
    was: commitmentOf(before.salt, before.content ?? ""),
    now: commitmentOf(salt, after.content ?? ""),
  };
  const erasure = { entry: before.n, ...commitments };
  const { rows: newest } = await one.execute("SELECT max(seq) + 1 AS seq FROM audit_events");
  const seq = Number(newest[0]?.["seq"]);
  const told = { rows, reason: "Solicitud", entries: 1, files, seal: sealOf([erasure]) };
  const event = {
    kind: "anonymised",
    at: today.toISOString(),
    by: director.id,
    about: null,
    details: JSON.stringify(told),
  };
  const [entry] = chainEntries(head, [eventEntry(seq, event)]);
  if (!entry) throw new Error("nothing was chained");
  await one.batch([
    { sql: "UPDATE audit_chain SET salt = ? WHERE n = ?", args: [salt, before.n] },
    {
      sql: "INSERT INTO audit_erasures (event, entry, was, now) VALUES (?, ?, ?, ?)",
      args: [seq, before.n, erasure.was, erasure.now],
    },
    {
      sql: "INSERT INTO audit_events VALUES (?, ?, ?, ?, ?, ?)",
      args: [seq, event.kind, event.at, event.by, null, event.details],
    },
    {
      sql: "INSERT INTO audit_chain (n, kind, ref, salt, hash) VALUES (?, ?, ?, ?, ?)",
      args: [entry.n, entry.kind, entry.ref, entry.salt, entry.hash],
    },
  ]);
  return entry.n;
}

/** A version of a row, with one value that nobody entered. */
const ofVersion = (id: string) => `UPDATE revisions SET "before" = '{"stratum":9}' WHERE "row" = '${id}'`;
const versionOf = async (id: string): Promise<number> => {
  const { rows } = await altered.client.execute({
    sql: `SELECT min(seq) AS seq FROM revisions WHERE "row" = ?`,
    args: [id],
  });
  return Number(rows[0]?.["seq"]);
};

test("an anonymisation is whole and told with every row of which it erased values", async () => {
  await altered.trying(async (_one, reader) => {
    const verdict = await verifyAudit(reader);
    const told = {
      by: director.id,
      at: today.toISOString(),
      reason: "Solicitud 2026-014",
      rows: [
        ["customers", asked.id],
        ["visits", corrected.id],
      ],
    };
    expect(verdict).toMatchObject({ ok: true, anonymisations: [told] });
    const [one] = verdict.ok ? verdict.anonymisations : [];
    expect(one && anonymisationSentence(one, new Map([[director.id, director.name]]))).toBe(
      `Entrada ${one?.n}, 2026-03-18 12:00:00, por Diego Director. Motivo: Solicitud 2026-014. ` +
        `Filas: Usuarios: ${asked.id}; Control visitas y vinculaciones: ${corrected.id}.`,
    );
    // What was there when the mark was taken is proven by it.
    expect(await verifyAudit(reader, [await readHead(reader)])).toMatchObject({ anonymisations: [] });
  });
});

test("an event cannot be altered under the pretext of an anonymisation", async () => {
  const forgery: Forgery = {
    sql: "UPDATE audit_events SET about = 'otra' WHERE seq = 2",
    kind: "event",
    ref: 2,
    rows: [["customers", asked.id]],
  };
  await altered.trying(async (one, reader) => {
    await forge(one, reader, forgery);
    const verdict = await verifyAudit(reader);
    expect(verdict).toMatchObject({ ok: false, finding: { code: "erased-event", ref: 2 } });
    expect(!verdict.ok && findingSentence(verdict.finding)).toContain("de un hecho (el 2) nunca se borra");
  });
});

test("an anonymisation reaches no row but those that it names and those that named its person", async () => {
  const ref = await versionOf(other.id);
  const rows = [["customers", asked.id]] as const;
  await altered.trying(async (one, reader) => {
    await forge(one, reader, { sql: ofVersion(other.id), kind: "revision", ref, rows });
    const verdict = await verifyAudit(reader);
    expect(verdict).toMatchObject({ ok: false, finding: { code: "stray-erasure" } });
    expect(!verdict.ok && findingSentence(verdict.finding)).toContain("no es de las filas de su titular");
  });
});

test("an anonymisation erased as many entries and files as it says", async () => {
  const ref = await versionOf(other.id);
  const rows = [["customers", other.id]] as const;
  await altered.trying(async (one, reader) => {
    await forge(one, reader, { sql: ofVersion(other.id), kind: "revision", ref, rows, files: 1 });
    expect(await verifyAudit(reader)).toMatchObject({ finding: { code: "unsealed-erasure" } });
  });
});

test("an invented anonymisation that names its row is told after the mark taken before it", async () => {
  const ref = await versionOf(other.id);
  const rows = [["customers", other.id]] as const;
  await altered.trying(async (one, reader) => {
    const mark = await readHead(reader);
    const n = await forge(one, reader, { sql: ofVersion(other.id), kind: "revision", ref, rows });
    expect(await verifyAudit(reader, [mark])).toMatchObject({ ok: true, anonymisations: [{ n, rows }] });
  });
});

const identities = sheets.flatMap((sheet) =>
  personalColumns(sheet).flatMap(([key, personal]) =>
    isIdentity(personal) ? [{ column: `${sheet.id}.${key}`, sheet, key }] : [],
  ),
);

test.each(identities)("the check knows the pseudonyms of $column", ({ sheet, key }) => {
  for (const type of ["CC", "NIT", "CE"]) {
    const values = { documentType: type };
    expect(isPseudonym(columnOf(sheet, key).kind.pseudonym?.("0123456789AB", values))).toBe(true);
  }
});
