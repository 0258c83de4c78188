import { expect, test } from "vitest";
import type { Me, Pull, PullAnswer } from "../../../shared/contract.ts";
import type { Row } from "../../../shared/model/value.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import type { ApiResult } from "../../../addin/api/failure.ts";
import type { LinkRecord } from "../../../addin/excel/registry.ts";
import { unreadState, type LinkState } from "../../../addin/sync/link-state.ts";
import { pullChanges } from "../../../addin/sync/pull-changes.ts";
import { createSendingActs } from "../../../addin/sync/sending-acts.ts";
import { ana, answeredRow, context, idOf, interpret, luis, plannedVisit, target } from "./visit-rows.ts";

const columns = [...target.columns];
const [a, b] = [idOf("a"), idOf("b")];
const before = { epoch: "antes", seq: 40, person: ana.id };

const link: LinkRecord = {
  id: "l",
  sheet: visits.id,
  tableId: "{t}",
  tableName: "VAD_visits",
  columns: {},
  controls: { reference: 1, status: 2, marks: 3 },
  scope: { from: null },
  cursor: before,
  lastSync: null,
  toRemove: [],
  ruledRows: 0,
  headers: {},
  habits: {},
  context: {},
  origin: null,
  layout: "list",
  matrix: null,
};

/** A table that shows two rows of the service. */
function state(more: Partial<LinkState> = {}): LinkState {
  const rows = interpret([answeredRow(0, a, 3, plannedVisit), answeredRow(1, b, 1, plannedVisit)]);
  return { ...unreadState(link, visits), rows, ...more };
}

function page(epoch: string, seq: number, more: boolean, rows: Readonly<Record<string, Row>>): PullAnswer {
  const values = (row: Row) => columns.map((key) => row[key] ?? null);
  const entries = Object.entries(rows).map(([id, row]) => ({ id, version: 1, values: values(row) }));
  return { next: { epoch, seq }, more, columns, rows: entries, removed: [] };
}

/** Pulls from a service that gives these answers in order. */
async function pull(from: LinkState, answers: readonly ApiResult<PullAnswer>[]) {
  const asked: Pull[] = [];
  const me: Me = {
    company: "",
    schema: "",
    epoch: "",
    people: [ana, luis],
    settings: {},
    person: { ...ana, email: "ana@aseo.example" },
  };
  const result = await pullChanges(from, target, {
    api: {
      push: () => Promise.reject(new Error("nothing is pushed here")),
      seen: () => Promise.reject(new Error("nobody has another role here")),
      pull: (body) => {
        asked.push(body);
        return Promise.resolve(answers[asked.length - 1] ?? { ok: false, failure: { code: "offline" } });
      },
    },
    me,
    schema: "",
    reader: { person: ana, context },
    workbook: "",
    acts: createSendingActs(),
    signal: new AbortController().signal,
    now: () => new Date(),
    report: () => undefined,
  });
  return { ...result, asked };
}

const ok = (value: PullAnswer) => ({ ok: true, value }) as const;

test("a fetch that stops half-way goes on from its last page", async () => {
  const { pages, failure } = await pull(state(), [ok(page("antes", 50, true, { [a]: plannedVisit }))]);
  expect(failure).toEqual({ code: "offline" });
  expect(pages.map(({ next }) => next.seq)).toEqual([50]);
});

test("from a restored service it begins anew, as which rows were lost is known at the end", async () => {
  const first = ok(page("después", 10, true, { [a]: plannedVisit }));
  const stopped = await pull(state(), [first]);
  expect(stopped.pages).toEqual([]);
  expect(stopped.plan.reoffered).toEqual([]);
  const whole = await pull(state(), [first, ok(page("después", 20, false, {}))]);
  expect(whole.pages).toHaveLength(2);
  expect(whole.plan.reoffered.map(({ row }) => row.known.id)).toEqual([b]);
});

test("a restored service is noticed also where everything is fetched because of an undo", async () => {
  const undone = state({ known: new Map([[a, { version: 4, digest: "x" }]]) });
  const { plan, asked } = await pull(undone, [ok(page("después", 20, false, { [a]: plannedVisit }))]);
  expect(asked[0]?.since).toBeNull();
  expect(plan.reoffered.map(({ row }) => row.known.id)).toEqual([b]);
});
