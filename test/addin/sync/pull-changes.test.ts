import { expect, test } from "vitest";
import type { Me, Pull, PullAnswer } from "../../../shared/contract.ts";
import type { Row } from "../../../shared/model/value.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import type { ApiResult } from "../../../addin/api/failure.ts";
import { linkRecordSchema, type LinkRecord } from "../../../addin/excel/registry.ts";
import { withCursor } from "../../../addin/sync/link-cursors.ts";
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
  const seen: string[] = [];
  const me: Me = {
    hasPassword: true,
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
      seen: ({ rows }) => {
        seen.push(...rows);
        return Promise.resolve({ ok: true, value: { unseen: [] } });
      },
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
  return { ...result, asked, seen };
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

test("the first pages of everything end before what was pulled: that is no restored service", async () => {
  const undone = state({ known: new Map([[a, { version: 4, digest: "x" }]]) });
  const pages = [
    ok(page("antes", 20, true, { [a]: plannedVisit })),
    ok(page("antes", 40, false, { [b]: plannedVisit })),
  ];
  const { plan } = await pull(undone, pages);
  expect(plan.reoffered).toEqual([]);
});

/** The table as somebody else has synchronised it last; Ana had pulled it before, or never. */
function handedOver(more: Partial<LinkRecord> = {}, { known = false } = {}): LinkState {
  const byLuis = withCursor({ ...link, ...more, cursor: known ? before : null }, lastByLuis);
  return { ...state(), link: byLuis };
}
const lastByLuis = { epoch: "antes", seq: 60, person: luis.id, role: luis.role };

test("who takes over a table has all of it compared, also where it shows just its own rows", async () => {
  const changed = { ...plannedVisit, customer: "Otra" };
  for (const known of [false, true]) {
    const answer = { ...page("antes", 70, false, { [a]: changed }), removed: [] };
    const newer = { ...answer, rows: answer.rows.map((row) => ({ ...row, version: 5 })) };
    const { plan, asked } = await pull(handedOver({ scope: "none" }, { known }), [ok(newer)]);
    expect(asked[0]).toEqual({ schema: "", sheet: visits.id, since: { epoch: "antes", seq: 0 } });
    expect(plan.updates.map(({ row, known: now }) => [row.known.id, now.version])).toEqual([[a, 5]]);
    expect(plan.reoffered).toEqual([]);
  }
});

test("columns that were hidden from whoever synchronised last are brought up to date at the same version", async () => {
  const changed = { ...plannedVisit, notes: "Lo que Luis no ve" };
  const { plan } = await pull(handedOver(), [
    ok(page("antes", 60, false, { [a]: plannedVisit, [b]: changed })),
  ]);
  expect(plan.updates.map(({ row }) => row.known.id)).toEqual([b]);
});

test("who takes over a table notices that the service was restored, and offers their own rows again", async () => {
  const others = { ...plannedVisit, advisor: luis.id };
  const rows = interpret([answeredRow(0, a, 3, plannedVisit), answeredRow(1, b, 1, others)]);
  for (const known of [false, true]) {
    const { plan, pages } = await pull({ ...handedOver({}, { known }), rows }, [
      ok(page("después", 20, false, {})),
    ]);
    expect(plan.reoffered.map(({ row }) => row.known.id)).toEqual([a]);
    expect(pages).toHaveLength(1);
  }
  const noticed = withCursor(handedOver({}, { known: true }).link, {
    ...lastByLuis,
    epoch: "después",
    seq: 10,
  });
  const again = await pull({ ...state(), rows, link: noticed }, [ok(page("después", 20, false, {}))]);
  expect(again.plan.reoffered.map(({ row }) => row.known.id)).toEqual([a]);
});

test("a fetch of what somebody takes over begins anew where it stopped half-way", async () => {
  const { pages, failure } = await pull(handedOver(), [ok(page("antes", 30, true, { [a]: plannedVisit }))]);
  expect(failure).toEqual({ code: "offline" });
  expect(pages).toEqual([]);
});

test("after somebody who sees all of the record, others go on from where they were", async () => {
  const cursor = { ...lastByLuis, role: "director" } as const;
  const taken = withCursor(link, cursor);
  const { asked } = await pull(state({ link: taken }), [ok(page("antes", 70, false, {}))]);
  expect(asked[0]?.since).toEqual({ epoch: "antes", seq: 40 });
});

test("another role is noticed also where somebody else synchronised meanwhile", async () => {
  const asDirector = { ...link, cursor: { ...before, role: "director" } as const };
  const { seen } = await pull(state({ link: withCursor(asDirector, lastByLuis) }), [
    ok(page("antes", 70, false, { [a]: plannedVisit, [b]: plannedVisit })),
  ]);
  expect(seen).toEqual([a, b]);
});

test("a link keeps the places of a few people, the latest first, and reads those of older workbooks", () => {
  const people = Array.from({ length: 12 }, (_, at) => ({ epoch: "antes", seq: at, person: `p${at}` }));
  const kept = people.reduce(withCursor, linkRecordSchema.parse(link));
  expect(kept.cursor?.person).toBe("p11");
  expect(kept.earlierCursors?.map(({ person }) => person)).toEqual([
    "p10",
    "p9",
    "p8",
    "p7",
    "p6",
    "p5",
    "p4",
  ]);
  expect(withCursor(kept, { epoch: "antes", seq: 20, person: "p9" }).earlierCursors).toHaveLength(7);
  expect(linkRecordSchema.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});
