import type { Cell } from "../../shared/model/value.ts";
import type { LinkLayout } from "./link-layout.ts";
import { setNumberFormat } from "./number-format.ts";
import { readReferences } from "./read-references.ts";
import { send } from "./run.ts";
import { planBatches, type PlacedWrite, type WriteBlock } from "./write-blocks.ts";
import type { RowWrite } from "./table-row.ts";
import { toInput } from "./typed-cell.ts";

/** How often rows that were moved while they were written are looked for again. */
const attempts = 3;

/**
 * Writes into rows of a linked table wherever they stand by now: the references are read right before, and read again
 * in the very batch that writes. What turns out to be another row (somebody sorted in that moment), or a row in which a
 * cell to be written was changed since it was read, gets back all that it held: had it the new reference but not the new
 * cells, the next push would overwrite in silence what a colleague wrote. Gives the writes that were not carried out;
 * repeating them is safe.
 */
export async function writeRows(
  context: Excel.RequestContext,
  layout: LinkLayout,
  writes: readonly RowWrite[],
): Promise<readonly RowWrite[]> {
  let waiting = writes;
  const refused: RowWrite[] = [];
  for (let attempt = 0; attempt < attempts && waiting.length > 0; attempt += 1) {
    const { placed, lost } = placeWrites(waiting, await readReferences(context, layout));
    const { misplaced, changed } = await writePlaced(context, layout, placed);
    refused.push(...changed);
    if (misplaced.size === 0) return [...lost, ...refused];
    waiting = [...lost, ...misplaced];
  }
  return [...waiting, ...refused];
}

function placeWrites(
  writes: readonly RowWrite[],
  references: readonly string[],
): { readonly placed: readonly PlacedWrite[]; readonly lost: readonly RowWrite[] } {
  const positions = positionsByText(references);
  const placed: PlacedWrite[] = [];
  const lost: RowWrite[] = [];
  for (const write of writes) {
    const stayed = references[write.position] === write.expects;
    const position = stayed ? write.position : positions.get(write.expects);
    if (position === undefined) lost.push(write);
    else placed.push({ position, write });
  }
  return { placed, lost };
}

/** Where each reference stands; those that stand twice, and blank ones, are found by their position only. */
function positionsByText(references: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  const repeated = new Set<string>([""]);
  references.forEach((text, position) => {
    if (positions.has(text)) repeated.add(text);
    positions.set(text, position);
  });
  for (const text of repeated) positions.delete(text);
  return positions;
}

interface Written {
  /** Rows that stood elsewhere: to be written again. */
  readonly misplaced: ReadonlySet<RowWrite>;
  /** Rows that somebody changed: they stay as that person left them, reference and all. */
  readonly changed: ReadonlySet<RowWrite>;
}

async function writePlaced(
  context: Excel.RequestContext,
  layout: LinkLayout,
  placed: readonly PlacedWrite[],
): Promise<Written> {
  const misplaced = new Set<RowWrite>();
  const changed = new Set<RowWrite>();
  for (const batch of planBatches(layout, placed)) {
    context.application.suspendScreenUpdatingUntilNextSync();
    const written = batch.map((block) => ({ block, before: loadBefore(layout, block) }));
    if (layout.isStaffs) for (const block of batch) formatCells(layout, block);
    for (const block of batch) rangeOf(layout, block).values = block.inputs.map((line) => [...line]);
    await send(context);
    for (const one of written) judgeBlock(one, { misplaced, changed });
    const isOurs = (write: RowWrite) => !misplaced.has(write) && !changed.has(write);
    for (const one of written) takeBack(layout, one, isOurs);
    await send(context);
  }
  return { misplaced, changed };
}

/** What the cells held before they were written: asked for in the same batch, so nothing can come in between. */
function loadBefore(layout: LinkLayout, block: WriteBlock) {
  const { sheet, top } = layout.located;
  const references = sheet
    .getRangeByIndexes(top + 1 + block.position, layout.controls.reference, block.inputs.length, 1)
    .load({ values: true });
  const cells = rangeOf(layout, block).load({ formulas: true, values: true });
  return { references, cells };
}

/** Cells of the staff's that held text get the number format that their new value needs, before they get it. */
function formatCells({ located, columns }: LinkLayout, { position, column, inputs, rows }: WriteBlock): void {
  const width = inputs[0]?.length ?? 0;
  for (const [row, { cells = [] }] of rows.entries())
    for (const { column: key, format } of cells) {
      const at = columns.get(key);
      if (format === undefined || at === undefined || at < column || at >= column + width) continue;
      setNumberFormat(located.sheet.getRangeByIndexes(located.top + 1 + position + row, at, 1, 1), format);
    }
}

function rangeOf({ located }: LinkLayout, { position, column, inputs }: WriteBlock): Excel.Range {
  const [first = []] = inputs;
  return located.sheet.getRangeByIndexes(located.top + 1 + position, column, inputs.length, first.length);
}

interface WrittenBlock {
  readonly block: WriteBlock;
  readonly before: ReturnType<typeof loadBefore>;
}

/** Tells the rows of a block that were others by then, and those in which somebody changed a cell that was to be written. */
function judgeBlock(
  { block, before }: WrittenBlock,
  { misplaced, changed }: { readonly misplaced: Set<RowWrite>; readonly changed: Set<RowWrite> },
): void {
  block.rows.forEach((write, row) => {
    const values = (before.cells.values[row] ?? []) as readonly Cell[];
    if (String(before.references.values[row]?.[0]) !== write.expects) misplaced.add(write);
    else if (values.some((value, at) => isChanged(block, row, at, value))) changed.add(write);
  });
}

/** Gives rows back all that they held, where they were not ours to write: the new reference goes with its cells or not at all. */
function takeBack(
  layout: LinkLayout,
  { block, before }: WrittenBlock,
  isOurs: (write: RowWrite) => boolean,
): void {
  block.rows.forEach((write, row) => {
    if (isOurs(write)) return;
    const formulas = (before.cells.formulas[row] ?? []) as readonly Cell[];
    const values = (before.cells.values[row] ?? []) as readonly Cell[];
    const back = formulas.map((formula, at) => {
      if (block.inputs[row]?.[at] === null) return null;
      return formula === values[at] ? toInput(formula) : formula;
    });
    rangeOf(layout, { ...block, position: block.position + row, inputs: [back] }).formulas = [back];
  });
}

/** Whether a data cell held something else than when its row was read. Control cells are only ours. */
function isChanged(block: WriteBlock, row: number, at: number, value: Cell | undefined): boolean {
  const expected = block.expected[row]?.[at];
  return expected !== undefined && expected !== value;
}
