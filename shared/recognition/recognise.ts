import type { Context } from "../model/kind.ts";
import { amendProposal } from "./amend.ts";
import { headerRows, vocabularyOf } from "./candidates.ts";
import type { SheetGrid, WorkbookGrid } from "./grid.ts";
import { knownRecords, type Known } from "./known.ts";
import { proposeMatrix } from "./matrix.ts";
import { monthHeaders } from "./month-header.ts";
import type { Amendment, Proposal } from "./proposal.ts";
import { proposeList } from "./list.ts";
import { tablesAt, type Headed } from "./tables.ts";
import { isWorthALook } from "./verdict.ts";
import { createView, type View } from "./view.ts";
import type { World } from "./world.ts";

/** What each worksheet may be, best first; hidden worksheets are looked at only where no other holds a record. */
export function recogniseWorkbook(workbook: WorkbookGrid, world: World): readonly Proposal[] {
  const dated = inCalendarOf(workbook, world);
  const recognise = (hidden: boolean) =>
    workbook.sheets.filter((grid) => grid.hidden === hidden).flatMap((grid) => recogniseSheet(grid, dated));
  const visible = recognise(false);
  return visible.length > 0 ? visible : recognise(true);
}

/** The tables of a worksheet that are records, best first. */
export function recogniseSheet(grid: SheetGrid, world: World): readonly Proposal[] {
  const view = createView(grid);
  const known = knownRecords(world);
  const matrices = findMatrices(view, known, world.context);
  const lists = findLists(view, known, world.context, matrices);
  return [...matrices, ...lists].toSorted((one, other) => other.confidence - one.confidence);
}

/** The proposal as people corrected it; what they did not speak of is recognised anew where it depends on it. */
export function amend(proposal: Proposal, grid: SheetGrid, amendment: Amendment, world: World): Proposal {
  return amendProposal(createView(grid), proposal, amendment, knownRecords(world), world.context);
}

/** The world with the calendar of a workbook. */
export const inCalendarOf = (workbook: WorkbookGrid, world: World): World => ({
  ...world,
  context: { ...world.context, date1904: workbook.date1904 },
});

function findMatrices(view: View, known: readonly Known[], context: Context): readonly Proposal[] {
  const records = known.filter(({ sheet }) => sheet.matrix);
  const headers = records.length === 0 ? [] : monthHeaders(view);
  const found: Proposal[] = [];
  for (const [place, header] of headers.entries()) {
    if (found.some(({ data }) => header.row <= data.bottom)) continue;
    const last = (headers[place + 1]?.row ?? view.height) - 1;
    for (const record of records) {
      const proposal = proposeMatrix(view, header, record, last, context);
      if (proposal) found.push(proposal);
    }
  }
  return found;
}

/** Headers that name enough, the best first, each with its own columns and rows. */
function findLists(
  view: View,
  known: readonly Known[],
  context: Context,
  matrices: readonly Proposal[],
): readonly Proposal[] {
  const headed = headerRows(view, vocabularyOf(known))
    .filter(
      ({ row }) =>
        !matrices.some(({ headerRows: rows, data }) => row >= (rows[0] ?? 0) && row <= data.bottom),
    )
    .flatMap((row) => tablesAt(view, row, known, context))
    .filter(({ fit }) => isWorthALook(fit))
    .toSorted((one, other) => other.fit.score - one.fit.score);
  const found: { readonly headed: Headed; readonly proposal: Proposal }[] = [];
  for (const candidate of headed) {
    if (found.some((other) => overlaps(other, candidate))) continue;
    const proposal = proposeList(view, candidate, headed, known, context);
    if (proposal) found.push({ headed: candidate, proposal });
  }
  return found.map(({ proposal }) => proposal);
}

function overlaps(
  other: { readonly headed: Headed; readonly proposal: Proposal },
  { header, span }: Headed,
): boolean {
  const row = header.rows.at(-1) ?? 0;
  const sameColumns = span.left <= other.headed.span.right && span.right >= other.headed.span.left;
  const first = other.headed.header.rows[0] ?? 0;
  return sameColumns && row >= first - 1 && row <= other.proposal.data.bottom;
}
