import { written } from "./es.ts";
import { columnLetters } from "../../shared/text/column-letters.ts";
import type { LinkLayout } from "./link-layout.ts";
import { conflictMark, wrongMark, type RowStatus } from "./row-status.ts";
import { colors } from "./style.ts";

/** Rows that one installation of the rules reaches; more are ruled when the table grows past them. */
const rowsPerBand = 5_000;

/**
 * Installs the rules that colour wrong cells, cells in conflict and statuses. They read the marks and status columns, so
 * that marking is writing text and the rules stay as they are. A table has few: each looks up the header above its cell.
 * Gives how many rows are ruled now.
 */
export function installMarkingRules(layout: LinkLayout, ruledRows: number): number {
  const { rows } = layout.located;
  let ruled = ruledRows;
  while (ruled < rows || ruled === 0) {
    ruleBand(layout, ruled);
    ruled += rowsPerBand;
  }
  return ruled;
}

/** Takes the rules away, those that point to columns that are gone too; rules of the person stay. */
export async function removeMarkingRules(
  context: Excel.RequestContext,
  { located }: Pick<LinkLayout, "located">,
): Promise<void> {
  const formats = located.table.getDataBodyRange().conditionalFormats.load({ type: true });
  await context.sync();
  const custom = formats.items.filter(({ type }) => type === "Custom");
  const rules = custom.map((format) => format.custom.rule.load({ formula: true }));
  await context.sync();
  for (const [at, format] of custom.entries()) if (isOurs(rules[at]?.formula ?? "")) format.delete();
  await context.sync();
}

/** Whatever became of the addresses in them, our formulas look for marks or for statuses. */
const isOurs = (formula: string): boolean =>
  [conflictMark, wrongMark].some((mark) => formula.includes(`FIND("${around(mark)[0]}"&`)) ||
  statusColors.some(([name]) => formula.endsWith(`="${written.status[name]}"`));

function ruleBand({ located, controls }: LinkLayout, first: number): void {
  const { sheet, top, left, columns } = located;
  const row = top + 1 + first;
  const marks = `$${columnLetters(controls.marks)}${row + 1}`;
  const header = `${columnLetters(left)}$${top + 1}`;
  const cells = sheet.getRangeByIndexes(row, left, rowsPerBand, columns.length);
  const finds = (before: string, after: string) =>
    `=ISNUMBER(FIND("${before}"&${header}&"${after}",${marks}))`;
  addRule(cells, finds(...around(conflictMark)), { fill: colors.conflict });
  addRule(cells, finds(...around(wrongMark)), { fill: colors.wrong });

  const status = `$${columnLetters(controls.status)}${row + 1}`;
  const statuses = sheet.getRangeByIndexes(row, controls.status, rowsPerBand, 1);
  for (const [name, font] of statusColors)
    addRule(statuses, `=${status}="${written.status[name]}"`, { font });
}

const statusColors: readonly (readonly [RowStatus, string])[] = [
  ["synchronised", colors.synchronisedText],
  ["wrong", colors.wrongText],
  ["conflict", colors.conflictText],
  ["validated", colors.synchronisedText],
  ["returned", colors.conflictText],
];

/** The characters that a mark sets around a header. */
function around(mark: (header: string) => string): [string, string] {
  const [before = "", after = ""] = mark("\n").split("\n");
  return [before, after];
}

function addRule(
  range: Excel.Range,
  formula: string,
  { fill, font }: { readonly fill?: string; readonly font?: string },
): void {
  const { custom } = range.conditionalFormats.add("Custom");
  custom.rule.formula = formula;
  if (fill !== undefined) custom.format.fill.color = fill;
  if (font !== undefined) custom.format.font.color = font;
}
