import { createDirectory, type Directory } from "../../shared/model/directory.ts";
import type { WorkbookGrid } from "../../shared/recognition/grid.ts";
import type { Proposal } from "../../shared/recognition/proposal.ts";
import { inCalendarOf, recogniseWorkbook } from "../../shared/recognition/recognise.ts";
import type { World } from "../../shared/recognition/world.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import { tidy } from "../../shared/text/normalise.ts";
import { parseArea } from "../../server/workbooks/address.ts";
import { compareTable } from "./compare-table.ts";
import { createMarks, type Marks, type Tally } from "./tally.ts";
import type { Truth, TruthTable } from "./truth.ts";

/** Recognises a workbook and compares what would be stored with its truth. */
export function compareWorkbook(workbook: WorkbookGrid, truth: Truth): Tally {
  const marks = createMarks();
  const world = inCalendarOf(workbook, {
    sheets,
    context: { today: truth.today, people: anybody(), date1904: false },
  });
  const proposals = recogniseWorkbook(workbook, world);
  const taken = new Set<Proposal | undefined>();
  for (const table of truth.tables) {
    const proposal = proposalFor(table, proposals);
    compareOne(workbook, world, table, proposal, marks);
    taken.add(proposal);
  }
  compareWorkbookItself(workbook, truth, marks);
  for (const proposal of proposals) {
    if (!taken.has(proposal)) compareStray(proposal, marks);
  }
  return marks.tally();
}

/** Truth files match nobody to a list: each name is a person. */
function anybody(): Directory {
  const person = (name: string) => ({ id: tidy(name), name: tidy(name), role: "advisor" as const });
  return { ...createDirectory([]), byName: person, byId: person };
}

function proposalFor(table: TruthTable, proposals: readonly Proposal[]): Proposal | undefined {
  const there = proposals.filter(({ worksheet }) => worksheet === table.sheet);
  const lettered = new Set(Object.keys(table.columns));
  const header = (proposal: Proposal) => (proposal.headerRows.at(-1) ?? -1) + 1;
  return (
    there.find((proposal) => header(proposal) === table.headerRow && sharesColumns(proposal, lettered)) ??
    there.find((proposal) => proposal.record === table.record && sharesColumns(proposal, lettered))
  );
}

function sharesColumns({ data }: Proposal, letters: ReadonlySet<string>): boolean {
  return [...letters].some((letter) => {
    const column = parseArea(`${letter}1`)?.left ?? -1;
    return column >= data.left && column <= data.right;
  });
}

function compareOne(
  workbook: WorkbookGrid,
  world: World,
  table: TruthTable,
  proposal: Proposal | undefined,
  marks: Marks,
): void {
  const grid = workbook.sheets.find(({ name }) => name === table.sheet);
  const place = `${table.sheet}!${table.headerRow}`;
  if (!grid || !proposal) {
    for (const letter of Object.keys(table.columns))
      marks.column("wrong", `${place}${letter}`, "not recognised");
    return;
  }
  compareTable({ world, grid, proposal, table, marks });
}

function compareWorkbookItself(workbook: WorkbookGrid, truth: Truth, marks: Marks): void {
  if (truth.date1904 !== undefined && truth.date1904 !== workbook.date1904)
    marks.cell("wrong", truth.sheet, `date1904 is ${workbook.date1904}`);
  const grid = workbook.sheets.find(({ name }) => name === truth.sheet);
  if (truth.protected !== undefined && truth.protected !== grid?.protected)
    marks.cell("wrong", truth.sheet, `protected is ${grid?.protected}`);
}

/** A table that no truth tells of: wrong, unless the pane asks whether it is a record at all. */
function compareStray(proposal: Proposal, marks: Marks): void {
  const { worksheet, headerRows, record, questions } = proposal;
  const place = `${worksheet}!${(headerRows.at(-1) ?? 0) + 1}`;
  const asked = questions.some(({ about }) => about === "record");
  marks.cell(asked ? "asked" : "wrong", place, `taken for ${record}`);
}
