import { expect, test } from "vitest";
import { staleComputedCells } from "../../../addin/sync/computed-cells.ts";
import { interpretRows } from "../../../addin/sync/interpret-rows.ts";
import { unreadState, type LinkState } from "../../../addin/sync/link-state.ts";
import { encodeReference, newId } from "../../../addin/sync/reference.ts";
import { rowDigest } from "../../../addin/sync/digest.ts";
import { dayToSerial } from "../../../shared/colombia/day.ts";
import { readRow } from "../../../shared/model/read-row.ts";
import { columnKeys } from "../../../shared/model/sheet.ts";
import type { Cell } from "../../../shared/model/value.ts";
import { claims } from "../../../shared/sheets/claims.ts";
import { testContext } from "../../shared/context.ts";

const columns = new Set(columnKeys(claims));
const typed = {
  number: "PQR-1",
  filedOn: "10/11/2026",
  customer: "Hotel Sol",
  kind: "Queja",
  responsible: "Ana",
};

/** A claim that the service answered, as the sheet shows it. */
function stateOf(shown: Readonly<Record<string, Cell>>, lacks: readonly string[] = []): LinkState {
  const cells = { ...Object.fromEntries([...columns].map((key) => [key, ""])), ...typed, ...shown };
  const digest = rowDigest(claims, readRow(claims, cells, testContext), columns);
  const reference = encodeReference({ id: newId(), version: 1, digest });
  const row = { position: 0, reference, status: "", marks: "", cells };
  const { rows } = interpretRows(claims, [row], columns, testContext);
  const keys = [...columns].filter((key) => !lacks.includes(key));
  const link = { id: "l" } as LinkState["link"];
  const shape: LinkState["shape"] = {
    worksheetId: "s",
    worksheet: "PQR",
    top: 0,
    left: 0,
    width: keys.length,
    rows: 1,
    columns: new Map(keys.map((key, at) => [key, at])),
    headers: new Map(),
  };
  return { ...unreadState(link, claims), shape, rows };
}

const stale = (state: LinkState, today: string) =>
  [...staleComputedCells(state, { ...testContext, today }).values()]
    .flat()
    .map(({ column, becomes }) => [column, becomes]);

test("the days that are left are written anew each day, and nothing where they still hold", () => {
  const shown = { dueOn: dayToSerial("2026-12-02"), daysLeft: 8 };
  expect(stale(stateOf(shown), "2026-11-20")).toEqual([]);
  expect(stale(stateOf(shown), "2026-11-23")).toEqual([["daysLeft", 7]]);
  expect(stale(stateOf({}), "2026-12-04")).toEqual([
    ["dueOn", shown.dueOn],
    ["daysLeft", -2],
  ]);
});

test("a sheet that lacks a column keeps what the service last answered", () => {
  expect(stale(stateOf({ dueOn: 1, daysLeft: 99 }, ["answeredOn"]), "2026-11-20")).toEqual([]);
});
