import fc from "fast-check";
import type { TableRow } from "../../../addin/excel/table-row.ts";
import { describe, expect, test } from "vitest";
import { visits } from "../../../shared/sheets/visits.ts";
import { interpretRows } from "../../../addin/sync/interpret-rows.ts";
import { decodeReference, encodeReference, unsentReference } from "../../../addin/sync/reference.ts";
import {
  answeredRow,
  cellsOf,
  context,
  idOf,
  interpret,
  plannedVisit,
  target,
  typedRow,
} from "./visit-rows.ts";

const first = idOf("a");

describe("what has changed", () => {
  test("a row that shows what the service answered is clean, whichever version that is", () => {
    const [row] = interpret([answeredRow(0, first, 7, plannedVisit)]);
    expect(row).toMatchObject({ dirty: false, unnamed: false, known: { id: first, version: 7 } });
  });

  test("any other value in any column makes it dirty, and the old value makes it clean again", () => {
    const others = { customer: "Otro", notes: "Llamar antes", plannedOn: 46_110, market: "No regulado" };
    for (const [column, cell] of Object.entries(others)) {
      const row = answeredRow(0, first, 1, plannedVisit);
      const [changed] = interpret([{ ...row, cells: { ...row.cells, [column]: cell } }]);
      expect(changed?.dirty, column).toBe(true);
      expect(interpret([row])[0]?.dirty).toBe(false);
    }
  });

  test("the same value typed another way is no change", () => {
    const row = answeredRow(0, first, 1, plannedVisit);
    const typed = {
      plannedOn: "20/03/2026",
      market: "REG",
      advisor: "ana maria  rojas",
      customer: " Panadería El  Trigal",
    };
    expect(interpret([{ ...row, cells: { ...row.cells, ...typed } }])[0]?.dirty).toBe(false);
  });

  test("what cannot be read counts as its text: another unreadable text is another change", () => {
    const digests = ["31/02/2026", "32/02/2026", "", "20/03/2026"].map(
      (plannedOn) => interpret([typedRow(0, { ...cellsOf(plannedVisit), plannedOn })])[0]?.digest,
    );
    expect(new Set(digests).size).toBe(4);
  });

  test("a column that the definition gains later changes no digest while it is empty", () => {
    const columns = new Set([...target.columns].filter((key) => key !== "notes"));
    const row = answeredRow(0, first, 1, plannedVisit);
    expect(interpretRows(visits, [row], columns, context).rows[0]?.dirty).toBe(false);
  });
});

describe("rows without a name", () => {
  test("a typed row gets an id of its own and waits to be sent", () => {
    const rows = interpret([typedRow(0, cellsOf(plannedVisit)), typedRow(1, cellsOf(plannedVisit))]);
    expect(rows.map(({ unnamed, dirty, known }) => [unnamed, dirty, known.version])).toEqual([
      [true, true, 0],
      [true, true, 0],
    ]);
    expect(new Set(rows.map(({ known }) => known.id)).size).toBe(2);
  });

  test("blank rows are nobody's, also with spaces; a reference left in one is to be cleared", () => {
    const emptied = { ...answeredRow(1, first, 3, plannedVisit), cells: cellsOf({}) };
    const spaces = typedRow(2, { customer: "  \u00a0" });
    const interpretation = interpretRows(visits, [typedRow(0, {}), emptied, spaces], target.columns, context);
    expect(interpretation).toEqual({ rows: [], emptied: new Map([[1, emptied.reference]]) });
  });
});

describe("copied rows", () => {
  const edited = { ...plannedVisit, customer: "Otra tienda" };
  const original = answeredRow(0, first, 4, plannedVisit);

  test("of one version, the one that still matches its digest keeps the id, wherever it stands", () => {
    const copy = { ...original, position: 1, cells: cellsOf(edited) };
    for (const rows of [
      [original, copy],
      [
        { ...copy, position: 0 },
        { ...original, position: 1 },
      ],
    ]) {
      const found = interpret(rows);
      expect(found.filter(({ known }) => known.id === first).map(({ dirty }) => dirty)).toEqual([false]);
      expect(found.filter(({ unnamed }) => unnamed)).toHaveLength(1);
    }
  });

  test("of exact copies the first keeps it, of changed ones the newest", () => {
    const [kept, renamed] = interpret([original, { ...original, position: 1 }]);
    expect([kept?.unnamed, renamed?.unnamed]).toEqual([false, true]);
    const older = { ...original, cells: cellsOf(edited) };
    const newer = {
      ...older,
      position: 1,
      reference: encodeReference({ id: first, version: 5, digest: "abcdefghijkl" }),
    };
    expect(interpret([older, newer]).map(({ unnamed }) => unnamed)).toEqual([true, false]);
  });

  test("an exact copy is no row of its own yet, also after the original went on; a changed one is", () => {
    const copy = { ...original, position: 1 };
    const next = answeredRow(0, first, 5, { ...plannedVisit, notes: "De otra persona" });
    const nextEdited = { ...next, cells: cellsOf(edited) };
    const changed = { ...copy, cells: cellsOf(edited) };
    const copyOf = (rows: readonly TableRow[]) =>
      interpret(rows).map((row) => [row.known.version, row.copyOf]);
    expect(copyOf([original, copy])).toEqual([
      [4, null],
      [0, 0],
    ]);
    for (const newest of [next, nextEdited])
      expect(
        copyOf([
          { ...newest, position: 1 },
          { ...copy, position: 0 },
        ]),
      ).toEqual([
        [5, null],
        [0, 1],
      ]);
    expect(copyOf([original, changed])).toEqual([
      [4, null],
      [0, null],
    ]);
  });

  test("a copy of a row whose version was lost has no claim beside it, and is the row where that is gone", () => {
    const lost = { ...original, reference: encodeReference(unsentReference(first)) };
    const { digest = "" } = decodeReference(original.reference) ?? {};
    const copy = { ...original, reference: encodeReference({ id: first, version: 0, digest }) };
    for (const [one, other] of [
      [lost, copy],
      [copy, lost],
    ]) {
      const rows = interpret([one ?? lost, { ...(other ?? copy), position: 1 }]);
      const [kept, ...others] = rows.toSorted((a, b) => Number(a.unnamed) - Number(b.unnamed));
      expect(kept).toMatchObject({
        known: { id: first, version: 0 },
        reference: lost.reference,
        dirty: true,
      });
      expect(others.map(({ copyOf }) => copyOf)).toEqual([kept?.position]);
    }
    expect(interpret([copy])).toMatchObject([{ known: unsentReference(first), unnamed: false, dirty: true }]);
  });

  test("however rows are copied and shuffled, every row ends with an id of its own and no id is lost", () => {
    const digits = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
    fc.assert(
      fc.property(digits, (picked) => {
        const rows = interpret(
          picked.map((digit, at) => answeredRow(at, idOf(digit), 2, { ...plannedVisit, notes: digit })),
        );
        const ids = rows.map(({ known }) => known.id);
        expect(new Set(ids).size).toBe(picked.length);
        for (const digit of picked) expect(ids).toContain(idOf(digit));
      }),
    );
  });
});
