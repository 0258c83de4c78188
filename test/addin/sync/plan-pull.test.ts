import { describe, expect, test } from "vitest";
import type { PullAnswer } from "../../../shared/contract.ts";
import type { Row } from "../../../shared/model/value.ts";
import type { Scope } from "../../../addin/excel/registry.ts";
import type { LocalRow } from "../../../addin/sync/interpret-rows.ts";
import type { KnownRows } from "../../../addin/sync/known-rows.ts";
import { planPull } from "../../../addin/sync/plan-pull.ts";
import { isReoffered } from "../../../addin/sync/reference.ts";
import { answeredRow, idOf, interpret, plannedVisit, target } from "./visit-rows.ts";

const columns = [...target.columns];
const changed = { ...plannedVisit, notes: "Cambió en otra parte" };

function page(
  rows: readonly { id: string; version: number; values: Row }[],
  removed: readonly string[] = [],
): PullAnswer {
  return {
    next: { epoch: "e", seq: 9 },
    more: false,
    columns,
    rows: rows.map(({ id, version, values }) => ({
      id,
      version,
      values: columns.map((key) => values[key] ?? null),
    })),
    removed: removed.map((id) => ({ id, why: "not-visible" as const })),
  };
}

function plan(
  pages: readonly PullAnswer[],
  rows: readonly LocalRow[] = [],
  more: { known?: KnownRows; scope?: Scope; restored?: boolean; offers?: boolean } = {},
) {
  const { known = new Map(), scope = { from: null }, restored = false, offers = true } = more;
  return planPull(
    { pages, restored, complete: restored },
    { target, rows, known, scope, toRemove: new Set(), offers },
  );
}

const a = idOf("a");
const clean = () => interpret([answeredRow(0, a, 1, plannedVisit)]);
const dirty = () => {
  const row = answeredRow(0, a, 1, plannedVisit);
  return interpret([{ ...row, cells: { ...row.cells, customer: "Cambió aquí" } }]);
};

describe("rows of the table", () => {
  test("a clean row is updated in place: only the cells that differ", () => {
    const [update] = plan([page([{ id: a, version: 2, values: changed }])], clean()).updates;
    expect(update?.cells).toEqual([{ column: "notes", was: "", becomes: "Cambió en otra parte" }]);
    expect(update?.known.version).toBe(2);
  });

  test("a dirty row is left for the push to merge", () => {
    expect(plan([page([{ id: a, version: 2, values: changed }])], dirty())).toMatchObject({
      updates: [],
      appended: [],
      removals: [],
    });
  });

  test("a dirty row that already says the same becomes clean without a cell being written", () => {
    const values = { ...plannedVisit, customer: "Cambió aquí" };
    const [update] = plan([page([{ id: a, version: 2, values }])], dirty()).updates;
    expect(update).toMatchObject({ cells: [], known: { version: 2 } });
  });

  test("the same page again, or an older version, changes nothing", () => {
    const updated = interpret([answeredRow(0, a, 2, changed)]);
    for (const version of [1, 2]) {
      expect(plan([page([{ id: a, version, values: changed }])], updated).updates).toEqual([]);
    }
  });

  test("removed rows go when nobody changed them, stay when somebody did, and are forgotten when they are gone", () => {
    expect(plan([page([], [a])], clean()).removals.map(({ known }) => known.id)).toEqual([a]);
    expect(plan([page([], [a])], dirty()).removals).toEqual([]);
    expect(plan([page([], [a])]).forgotten).toEqual([a]);
  });
});

describe("rows that the table lacks", () => {
  const row = { id: a, version: 3, values: plannedVisit };

  test("new rows of the link's scope are appended, once however often they come", () => {
    const { appended } = plan([page([row]), page([{ ...row, version: 4 }])]);
    expect(appended).toHaveLength(1);
    expect(appended[0]).toMatchObject({ status: "Sincronizada", cells: { customer: "Panadería El Trigal" } });
  });

  test("older days than the scope stay away, rows without a day do not", () => {
    expect(plan([page([row])], [], { scope: { from: "2026-03-21" } }).appended).toEqual([]);
    expect(plan([page([row])], [], { scope: { from: "2026-03-20" } }).appended).toHaveLength(1);
    const undated = { ...row, values: { ...plannedVisit, plannedOn: null } };
    expect(plan([page([undated])], [], { scope: { from: "2026-03-21" } }).appended).toHaveLength(1);
    expect(plan([page([row])], [], { scope: "none" }).appended).toEqual([]);
  });

  test("a row that this workbook showed and lost does not come back by itself", () => {
    expect(plan([page([row])], [], { known: new Map([[a, { version: 3, digest: "" }]]) }).appended).toEqual(
      [],
    );
  });

  test("a row that comes and is removed in a later page is not appended", () => {
    expect(plan([page([row]), page([], [a])]).appended).toEqual([]);
  });
});

describe("after a restore of the service", () => {
  test("a row that is ahead keeps its cells and is offered again over the restored version", () => {
    const ahead = interpret([answeredRow(0, a, 5, changed)]);
    const { reoffered, updates } = plan([page([{ id: a, version: 2, values: plannedVisit }])], ahead, {
      restored: true,
    });
    expect(updates).toEqual([]);
    expect(reoffered.map(({ known }) => known.version)).toEqual([2]);
  });

  test("a clean row of another version than the restored service's is offered, by those who may send rows", () => {
    const pages = [page([{ id: a, version: 1_000_001, values: changed }])];
    const offered = plan(pages, clean(), { restored: true });
    expect(offered.updates).toEqual([]);
    expect(offered.reoffered.map(({ known }) => [known.version, isReoffered(known)])).toEqual([[1, true]]);
    expect(plan(pages, clean(), { restored: true, offers: false })).toMatchObject({
      updates: [{ known: { version: 1_000_001 } }],
      reoffered: [],
    });
  });

  test("a row that the service no longer has is offered as new, one that it removed is not", () => {
    const rows = interpret([answeredRow(0, a, 5, changed)]);
    expect(plan([page([])], rows, { restored: true }).reoffered.map(({ known }) => known)).toEqual([
      { id: a, version: 0, digest: "" },
    ]);
    expect(plan([page([], [a])], rows, { restored: true }).reoffered).toEqual([]);
  });

  test("without a restore nothing is offered again", () => {
    const rows = interpret([answeredRow(0, a, 5, changed)]);
    expect(plan([page([])], rows).reoffered).toEqual([]);
  });
});
