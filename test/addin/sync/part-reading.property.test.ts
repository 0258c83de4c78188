import fc from "fast-check";
import { expect, test } from "vitest";
import type { LinkShape } from "../../../addin/excel/link-layout.ts";
import { linkRecordSchema } from "../../../addin/excel/registry.ts";
import type { Span } from "../../../addin/excel/spans.ts";
import type { TableRow } from "../../../addin/excel/table-row.ts";
import type { Editor, LinkReading } from "../../../addin/excel/workbook.ts";
import { readLinkPart, readLinkState, unreadState, type LinkState } from "../../../addin/sync/link-state.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import type { Cell } from "../../../shared/model/value.ts";
import { ana, answeredRow, cellsOf, context, idOf, plannedVisit, target, typedRow } from "./visit-rows.ts";

/** A table in memory whose rows say where they stand; the first row of it is the worksheet's second. */
interface Lines {
  rows: TableRow[];
}

const top = 0;
const link = linkRecordSchema.parse({
  id: "l",
  sheet: "visits",
  tableId: "t",
  tableName: "t",
  columns: {},
  controls: { reference: 0, status: 1, marks: 2 },
  scope: "none",
  cursor: null,
  lastSync: null,
  toRemove: [],
  ruledRows: 0,
});
const reader = { person: { id: ana.id, role: ana.role }, context } as const;

const shapeOf = ({ rows }: Lines): LinkShape => ({
  worksheetId: "w",
  worksheet: "w",
  top,
  left: 0,
  width: target.columns.size,
  rows: rows.length,
  columns: new Map([...target.columns].map((key, at) => [key, at])),
  headers: new Map([...target.columns].map((key) => [key, key])),
});

/** Reads the lines as Excel would: new objects each time, and of a part only what was asked for. */
function readerOf(lines: Lines): Pick<Editor, "read" | "readPart"> {
  const reading = (rows: readonly TableRow[]): LinkReading => ({
    troubles: [],
    shape: shapeOf(lines),
    rows: rows.map((row) => ({ ...row, cells: { ...row.cells } })),
    protected: false,
  });
  const isIn =
    (position: number) =>
    ({ first, count }: Span) =>
      position >= first && position < first + count;
  return {
    read: async () => reading(lines.rows),
    readPart: async (_sheet, _link, places) => {
      const asked = places(shapeOf(lines));
      return reading(lines.rows.filter(({ position }) => asked.some(isIn(position))));
    },
  };
}

const texts: readonly (readonly [string, Cell])[] = [
  ["customer", "Panadería El Trigal"],
  ["customer", ""],
  ["market", "¿?"],
  ["market", "Regulado"],
  ["plannedOn", "31/02/2026"],
  ["plannedOn", 46_101],
  ["visitType", ""],
];

const at = fc.nat({ max: 5 });
const editArbitrary = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), row: at, text: fc.constantFrom(...texts) }),
  fc.record({ kind: fc.constant("clear" as const), row: at }),
  fc.record({ kind: fc.constant("copy" as const), row: at, from: at }),
  fc.record({ kind: fc.constant("append" as const), text: fc.constantFrom(...texts) }),
  fc.record({ kind: fc.constant("remove" as const), row: at }),
  fc.record({ kind: fc.constant("turn" as const) }),
);
type Edit = typeof editArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Does an edit; gives the worksheet's rows that the event names, null where rows moved. */
function apply(lines: Lines, edit: Edit): readonly Span[] | null {
  const { rows } = lines;
  const place = "row" in edit ? edit.row % rows.length : rows.length;
  const row = rows[place];
  const put = (next: TableRow) => {
    lines.rows = rows.with(place, { ...next, position: place });
    return [{ first: top + 1 + place, count: 1 }];
  };
  if (edit.kind === "append") {
    lines.rows = [...rows, typedRow(place, { ...cellsOf(plannedVisit), [edit.text[0]]: edit.text[1] })];
    return [{ first: top + 1 + place, count: 1 }];
  }
  if (edit.kind === "type" && row)
    return put({ ...row, cells: { ...row.cells, [edit.text[0]]: edit.text[1] } });
  if (edit.kind === "clear" && row) return put({ ...row, cells: cellsOf({}) });
  const source = edit.kind === "copy" ? rows[edit.from % rows.length] : undefined;
  if (source) return put(source);
  const left = edit.kind === "remove" && rows.length > 1 ? rows.toSpliced(place, 1) : rows.toReversed();
  lines.rows = left.map((one, position) => ({ ...one, position }));
  return null;
}

const shown = ({ rows, judged, emptied }: LinkState) => [
  rows.map(({ position, dirty, copyOf, known, cells }) => [
    position,
    dirty,
    copyOf,
    judged.get(known.id) ?? [],
    cells,
  ]),
  [...emptied],
];

test("after any edits, what is judged from the rows that changed is what a whole reading finds", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(editArbitrary, { maxLength: 12 }), async (edits) => {
      const answered = { ...plannedVisit, customer: "Hotel Brisa" };
      const lines: Lines = {
        rows: [
          answeredRow(0, idOf("a"), 1, plannedVisit),
          answeredRow(1, idOf("b"), 2, answered),
          typedRow(2, cellsOf(plannedVisit)),
        ],
      };
      const editor = readerOf(lines) as Editor;
      let state = await readLinkState(editor, unreadState(link, visits), reader);
      for (const edit of edits) {
        const rows = apply(lines, edit);
        state = rows
          ? await readLinkPart(editor, state, reader, rows)
          : await readLinkState(editor, state, reader);
        const fresh = { ...reader, context: { ...context, people: { ...context.people } } };
        expect(shown(state)).toEqual(shown(await readLinkState(editor, unreadState(link, visits), fresh)));
      }
    }),
    { numRuns: 60 },
  );
});
