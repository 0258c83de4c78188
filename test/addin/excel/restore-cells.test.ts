import { describe, expect, test } from "vitest";
import type { OriginMerge } from "../../../addin/excel/registry.ts";
import { placeOfMerge, untaken } from "../../../addin/excel/restore-cells.ts";

const merge = (row: number, rows: number, value: string): OriginMerge => ({
  row,
  column: 0,
  rows,
  columns: 1,
  value,
  filled: true,
  format: null,
});

/** Where a merge over one column belongs, by what its rows say now; there were as many as `before`. */
function place(one: OriginMerge, now: readonly string[], before = now.length) {
  const cellAt = (row: number, column: number) => (column === 0 ? now[row] : "");
  return placeOfMerge(one, { rows: now.length, originRows: before, cellAt });
}

describe("merged cells among the data", () => {
  test("belong where they were while the rows say the same, also next to the same value", () => {
    expect(place(merge(1, 2, "A"), ["A", "A", "A", "A"])).toEqual({ row: 0, rows: 2 });
    expect(place(merge(3, 2, "A"), ["A", "A", "A", "A"])).toEqual({ row: 2, rows: 2 });
  });

  test("take a new value that somebody gave to all of them", () => {
    expect(place(merge(1, 2, "A"), ["B", "B", "C"])).toEqual({ row: 0, rows: 2 });
  });

  test("follow rows that were added above or among them", () => {
    expect(place(merge(1, 2, "A"), ["", "A", "A", "B"], 3)).toEqual({ row: 1, rows: 2 });
    expect(place(merge(1, 2, "A"), ["A", "A", "A", "B"], 3)).toEqual({ row: 0, rows: 3 });
  });

  test("take no cell of another merge that says the same", () => {
    const now = ["B", "A", "A", "A", "A", "A"];
    const { cellAt, take } = untaken((row, column) => (column === 0 ? now[row] : ""));
    const moved = { rows: now.length, originRows: 5, cellAt };
    const first = placeOfMerge(merge(1, 3, "A"), moved);
    expect(first).toEqual({ row: 1, rows: 4 });
    if (first) take({ ...merge(1, 3, "A"), ...first });
    expect(placeOfMerge(merge(4, 2, "A"), moved)).toBeUndefined();
  });

  test("stay separate once they were sorted apart or changed one by one", () => {
    expect(place(merge(1, 2, "A"), ["A", "B", "A"])).toBeUndefined();
    expect(place(merge(1, 2, "A"), ["A", "C", "B"])).toBeUndefined();
  });

  test("of a row that stands apart belong to the row that still shows it", () => {
    const month: OriginMerge = { ...merge(1, 1, "ENERO"), columns: 3, filled: false };
    expect(place(month, ["Alba", "ENERO"], 1)).toEqual({ row: 1, rows: 1 });
    expect(place(month, ["Alba", "MARZO"], 1)).toBeUndefined();
  });
});
