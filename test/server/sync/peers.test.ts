import { afterAll, beforeAll, expect, test } from "vitest";
import type { RowAnswer } from "../../../shared/contract.ts";
import type { History } from "../../../shared/contract/history.ts";
import type { PeersAnswer } from "../../../shared/contract/peers.ts";
import type { Row } from "../../../shared/model/value.ts";
import { sales } from "../../../shared/sheets/sales.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { columnsTold, editionOf, indexedOf, peersOfEntry } from "../../../shared/peers/peer-index.ts";
import { peerQuestion } from "../../../shared/peers/peer-questions.ts";
import { markOf } from "../../../shared/peers/seal.ts";
import { row, startCompany, type Colleague, type Company } from "../support/company.ts";

let company: Company;
let ana: Colleague;
let luis: Colleague;
let director: Colleague;

beforeAll(async () => {
  company = await startCompany();
  ana = await company.colleague("advisor", "Ana María Rojas");
  luis = await company.colleague("advisor", "Luis Peña");
  director = await company.colleague("director", "Diana Director");
});
afterAll(() => company.stop());

const visitBy = (advisor: Colleague, customer: string, visitedOn: string, more: Row = {}): Row => ({
  visitedOn,
  advisor: advisor.id,
  customer,
  visitType: "potential",
  market: "regulated",
  purpose: "followUp",
  outcome: "interested",
  ...more,
});
const sale = (document: string): Row => ({
  date: "2026-03-05",
  contract: "MNR-1",
  customer: "Hotel",
  document,
  kind: "sale",
  value: 1_000,
  advisor: ana.id,
});
const customer = (account: string, name: string): Row => ({
  account,
  documentType: "CC",
  documentNumber: "64555123",
  name,
  market: "regulated",
  producer: "residential",
  use: "residential",
  stratum: 2,
  address: "Calle 1",
  municipality: "70001",
  advisor: ana.id,
  linkedOn: "2026-02-10",
  consent: "no",
});
const warnings = (answer: RowAnswer | undefined) =>
  answer?.result === "saved"
    ? answer.warnings.map(({ column, code, details }) => [column, code, details])
    : answer;

test("a colleague's visit to the same user in the last thirty days is told with name and date, and nothing else", async () => {
  const seen = await luis.save(row("visits", visitBy(luis, "Panadería El Trigal", "2026-03-02")));
  expect(warnings(seen)).toEqual([]);
  const mine = await ana.save(row("visits", visitBy(ana, "panaderia el trigal.", "2026-03-10")));
  expect(warnings(mine)).toEqual([
    [
      "customer",
      "colleague-visit",
      { typed: "panaderia el trigal.", person: "Luis Peña", day: "02/03/2026" },
    ],
  ]);
  expect(warnings(await ana.save(row("visits", visitBy(ana, "Panadería El Trigal", "2026-01-20"))))).toEqual(
    [],
  );
  expect(
    warnings(await luis.save(row("visits", visitBy(luis, "Panadería El Trigal", "2026-03-03")))),
  ).toEqual([]);
});

test("an account that does not exist, and a user that is linked already", async () => {
  expect(await ana.save(row("customers", customer("1004200", "Rosa Díaz")))).toMatchObject({
    result: "saved",
  });
  const unknown = await ana.save(row("visits", visitBy(ana, "1004299", "2026-03-10")));
  expect(warnings(unknown)).toEqual([["customer", "unknown-account", { typed: "1004299" }]]);
  for (const said of ["1004200", "ROSA DIAZ"]) {
    const linked = await ana.save(row("visits", visitBy(ana, said, "2026-03-10", { purpose: "linking" })));
    expect(warnings(linked)).toEqual([["customer", "already-linked", { typed: said, day: "10/02/2026" }]]);
  }
});

test("rows of one push are each other's peers, and a row is never its own", async () => {
  const one = row("sales", sale("FE-1"));
  const { answers } = await director.push([one, row("sales", sale("FE 1")), row("sales", sale("FE-2"))]);
  expect(
    answers.map((answer) => warnings(answer)).map((told) => (Array.isArray(told) ? told.length : told)),
  ).toEqual([1, 1, 0]);
  const alone = row("sales", sale("FE-3"));
  await director.save(alone);
  expect(
    warnings(await director.save({ ...alone, base: 1, values: { ...sale("FE-3"), value: 2_000 } })),
  ).toEqual([]);
});

test("a warning is accepted with a reason that is kept, and holds while the value is unchanged", async () => {
  await director.save(row("sales", sale("FE-10")));
  const again = row("sales", sale("FE-10"));
  expect(warnings(await director.save(again))).toHaveLength(1);
  const acceptance = {
    column: "document",
    code: "repeated-document",
    reason: "Factura en dos contratos",
  } as const;
  const accepted = await director.save({ ...again, base: 1, accepted: [acceptance] });
  expect(accepted).toMatchObject({
    result: "saved",
    version: 2,
    warnings: [],
    accepted: [{ ...acceptance, by: director.name, value: "FE-10" }],
  });
  expect(await director.save({ ...again, base: 2, accepted: [acceptance] })).toMatchObject({
    version: 2,
    warnings: [],
  });
  const moved = { ...again, base: 2, values: { ...sale("FE-10"), value: 5 } };
  expect(await director.save(moved)).toMatchObject({ version: 3, warnings: [] });
  const pulled = await director.pull("sales");
  expect(pulled.rows.find(({ id }) => id === again.id)?.accepted).toMatchObject([
    { code: "repeated-document" },
  ]);
  const { revisions } = await director.get<History>(`/history/sales/${again.id}`);
  expect(revisions.map(({ accepted: told }) => told?.length ?? 0)).toEqual([0, 1, 0]);
  const renamed = { ...again, base: 3, values: { ...sale("FE-1"), value: 5 } };
  expect(warnings(await director.save(renamed))).toHaveLength(1);
});

test("an acceptance ends once another column changes that the warning comes from, and no other", async () => {
  const values = { ...customer("1004300", "Elsa Ruiz"), producer: "residential", volume: 5 };
  const one = row("customers", values);
  expect(warnings(await ana.save(one))).toEqual([["volume", "producer-volume", undefined]]);
  const acceptance = { column: "volume", code: "producer-volume", reason: "Lo midió el aforo" } as const;
  const save = (base: number, changed: object) =>
    ana.save({ ...one, base, values: { ...values, ...changed }, accepted: base === 1 ? [acceptance] : [] });
  expect(await save(1, {})).toMatchObject({ version: 2, warnings: [] });
  expect(await save(2, { address: "Calle 9" })).toMatchObject({ version: 3, warnings: [] });
  expect(warnings(await save(3, { address: "Calle 9", producer: "small" }))).toEqual([
    ["volume", "producer-volume", undefined],
  ]);
});

test("errors and what the row is not warned of cannot be accepted", async () => {
  const credit = row("sales", { ...sale("NC-1"), kind: "credit" });
  const error = { column: "value", code: "credit-is-negative", reason: "Porque sí, así es" } as const;
  expect(await director.save({ ...credit, accepted: [error] })).toMatchObject({ result: "invalid" });
  const fine = await director.save({ ...row("sales", sale("FE-77")), accepted: [error] });
  expect(fine).not.toHaveProperty("accepted");
});

test("what was typed is kept with the revision, for the columns that changed", async () => {
  const { id, ...rest } = row("sales", sale("FE-50"));
  await director.save({ id, ...rest, typed: { value: "$ 1.000", customer: "HOTEL", nothing: "x" } });
  await director.save({
    id,
    ...rest,
    base: 1,
    values: { ...sale("FE-50"), value: 2_000 },
    typed: { value: "2 mil", customer: "HOTEL" },
  });
  const { revisions } = await director.get<History>(`/history/sales/${id}`);
  expect(revisions.map(({ typed }) => typed)).toEqual([
    { value: "2 mil" },
    { value: "$ 1.000", customer: "HOTEL" },
  ]);
});

test("the index answers who knows what a row says, and costs nothing while nothing changed", async () => {
  const ask = (known = "") =>
    ana.get<PeersAnswer>(
      `/peers/visits?schema=${company.schema}${known && `&known=${encodeURIComponent(known)}`}`,
    );
  const { version, rules } = await ask();
  expect(await ask(version)).toEqual({ version, rules: null });
  const indexed = indexedOf(visits, "advisor");
  const at = indexed.findIndex((one) => one.kind === "rule" && one.rule.finding.code === "colleague-visit");
  const one = indexed[at];
  if (one?.kind !== "rule") throw new Error("there is no such rule");
  const question = peerQuestion(one.rule, visitBy(ana, "Panaderia el trigal", "2026-03-10"));
  const entry = rules?.[at]?.entries.find(([mark]) => mark === markOf(question?.text ?? ""));
  const peers = peersOfEntry(
    entry?.[1] ?? "",
    question?.text ?? "",
    columnsTold(one),
    editionOf(version, at),
  );
  expect(peers.map(({ values }) => values)).toContainEqual({ advisor: luis.id, visitedOn: "2026-03-02" });
  const text = JSON.stringify(rules);
  for (const secret of [luis.id, "trigal", "2026-03-02"]) expect(text.toLowerCase()).not.toContain(secret);
});

test("who does not write the record gets no index", async () => {
  expect((await director.request(`/peers/visits?schema=${company.schema}`)).status).toBe(403);
  expect(indexedOf(sales, "advisor")).not.toEqual([]);
  expect((await ana.request(`/peers/sales?schema=${company.schema}`)).status).toBe(403);
  expect((await ana.request(`/peers/visits?schema=old`)).status).toBe(409);
});
