import { expect, test } from "vitest";
import type { LocalRow } from "../../../addin/sync/interpret-rows.ts";
import { recogniseRows } from "../../../addin/sync/recognise-rows.ts";
import { answeredRow, cellsOf, idOf, interpret, plannedVisit, typedRow } from "./visit-rows.ts";

const [a, b] = [idOf("a"), idOf("b")];
const digest = interpret([answeredRow(0, a, 1, plannedVisit)])[0]?.digest ?? "";
const same = (position: number) => typedRow(position, cellsOf(plannedVisit));
const standing = (rows: readonly LocalRow[]) =>
  rows.map(({ known, dirty }) => [known.id, known.version, dirty]);

test("rows that lost their reference are known by what they say, each row once", () => {
  const known = new Map([
    [a, { version: 4, digest }],
    [b, { version: 2, digest }],
  ]);
  const rows = recogniseRows(interpret([same(0), same(1), same(2)]), known);
  expect(standing(rows).slice(0, 2)).toEqual([
    [a, 4, false],
    [b, 2, false],
  ]);
  expect(rows[2]).toMatchObject({ unnamed: true, dirty: true });
});

test("a copy of a row that still stands is another row", () => {
  const rows = recogniseRows(
    interpret([answeredRow(0, a, 4, plannedVisit), same(1)]),
    new Map([[a, { version: 4, digest }]]),
  );
  expect(rows[1]).toMatchObject({ unnamed: true, dirty: true });
  expect(rows[1]?.known.id).not.toBe(a);
});

test("a row whose reference alone is older is clean again; one with older values stays old", () => {
  const older = answeredRow(0, a, 1, { ...plannedVisit, notes: "antes" });
  const onlyReference = { ...older, cells: cellsOf(plannedVisit) };
  const known = new Map([[a, { version: 4, digest }]]);
  expect(standing(recogniseRows(interpret([onlyReference]), known))).toEqual([[a, 4, false]]);
  expect(standing(recogniseRows(interpret([older]), known))).toEqual([[a, 1, false]]);
});
