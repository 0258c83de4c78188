import type { Cell } from "../../shared/model/value.ts";
import type { LinkLayout } from "./link-layout.ts";
import { inWeights, mostWeight, weightOf } from "./request-weight.ts";
import { toSpans, type Span } from "./spans.ts";
import type { RowWrite } from "./table-row.ts";
import { toInput } from "./typed-cell.ts";

export interface PlacedWrite {
  readonly position: number;
  readonly write: RowWrite;
}

/** A rectangle of cells to write at once. `null` leaves a cell as it is. */
export interface WriteBlock {
  /** Place of its first row in the table, and its first column in the worksheet. */
  readonly position: number;
  readonly column: number;
  readonly rows: readonly RowWrite[];
  readonly inputs: readonly (readonly (Cell | null)[])[];
  /** What the cells held when their row was read; undefined for control cells. */
  readonly expected: readonly (readonly (Cell | undefined)[])[];
}

/** Ranges that one request carries. */
const batchBlocks = 600;
const rowsPerBlock = 1_000;

/**
 * Lays writes out as rectangles of neighbouring rows and columns, and gathers those into requests. While a filter hides
 * rows every row is a rectangle of its own, as writes across hidden rows go astray.
 */
export function planBatches(
  layout: LinkLayout,
  placed: readonly PlacedWrite[],
): readonly (readonly WriteBlock[])[] {
  const writesByPosition = new Map(placed.map(({ position, write }) => [position, write]));
  const longest = layout.located.filtered ? 1 : rowsPerBlock;
  const light = inWeights(
    [...writesByPosition.keys()].toSorted((one, other) => one - other),
    (position) => weightOfWrite(writesByPosition.get(position)),
  );
  return gather(
    light
      .flatMap((positions) => toSpans(positions, longest))
      .map((span) => toBlocks(layout, span, writesByPosition)),
  );
}

/** What is written travels once, what the cells held twice: as values and as formulas. */
const weightOfWrite = (write: RowWrite | undefined): number =>
  weightOf(write ?? "") + 2 * weightOf(write?.cells?.map(({ was }) => was) ?? "");

interface CellInput {
  readonly input: Cell;
  readonly expected: Cell | undefined;
}

function toBlocks(
  layout: LinkLayout,
  span: Span,
  writesByPosition: ReadonlyMap<number, RowWrite>,
): readonly WriteBlock[] {
  const rows: RowWrite[] = [];
  for (let position = span.first; position < span.first + span.count; position += 1) {
    const write = writesByPosition.get(position);
    if (write) rows.push(write);
  }
  const lines = rows.map((write) => inputsByColumn(layout, write));
  return toSpans(lines.flatMap((line) => [...line.keys()])).map(({ first, count }) => ({
    position: span.first,
    column: first,
    rows,
    inputs: lines.map((line) => cellsOf(line, first, count, (cell) => cell?.input ?? null)),
    expected: lines.map((line) => cellsOf(line, first, count, (cell) => cell?.expected)),
  }));
}

function cellsOf<T>(
  line: ReadonlyMap<number, CellInput>,
  first: number,
  count: number,
  pick: (cell: CellInput | undefined) => T,
): readonly T[] {
  return Array.from({ length: count }, (_, at) => pick(line.get(first + at)));
}

function inputsByColumn({ controls, columns }: LinkLayout, write: RowWrite): ReadonlyMap<number, CellInput> {
  const inputs = new Map<number, CellInput>();
  const controlTexts = [
    [controls.reference, write.reference],
    [controls.status, write.status],
    [controls.marks, write.marks],
  ] as const;
  for (const [column, text] of controlTexts) {
    if (text !== undefined) inputs.set(column, { input: text, expected: undefined });
  }
  for (const { column: key, was, becomes } of write.cells ?? []) {
    const column = columns.get(key);
    if (column !== undefined) inputs.set(column, { input: toInput(becomes), expected: was });
  }
  return inputs;
}

const weightOfBlock = ({ inputs, expected }: WriteBlock): number => weightOf(inputs) + 2 * weightOf(expected);

/** Fills requests with spans. The rectangles of one span travel together: the references tell whose rows they are. */
function gather(spans: readonly (readonly WriteBlock[])[]): readonly (readonly WriteBlock[])[] {
  const batches: WriteBlock[][] = [];
  let bytes = 0;
  for (const blocks of spans) {
    const size = blocks.reduce((sum, block) => sum + weightOfBlock(block), 0);
    const batch = batches.at(-1);
    if (batch && batch.length + blocks.length <= batchBlocks && bytes + size <= mostWeight) {
      batch.push(...blocks);
      bytes += size;
    } else {
      batches.push([...blocks]);
      bytes = size;
    }
  }
  return batches;
}
