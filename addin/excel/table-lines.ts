import type { ComputedTable } from "./computed-table.ts";
import type { TableRecord } from "./registry.ts";
import { colors, writeTitle } from "./style.ts";

/** The lines above the table that are rewritten; hidden names follow them wherever they are moved. */
const lines = ["titulo", "periodo", "notas"] as const;
type Line = (typeof lines)[number];
const lineOffset: Readonly<Record<Line, number>> = { titulo: 0, periodo: 1, notas: 2 };
const lineName = (id: string, line: Line): string => `VAD_${id}_${line}`;

/** Names the cells of the lines, given by how many rows they stand below the first. */
export function nameLines(
  context: Excel.RequestContext,
  id: string,
  cellAt: (offset: number) => Excel.Range,
): void {
  for (const line of lines)
    context.workbook.names.add(lineName(id, line), cellAt(lineOffset[line])).visible = false;
}

/** Takes the names of the lines away; what the cells say stays. */
export async function forgetLines(context: Excel.RequestContext, id: string): Promise<void> {
  const named = lines.map((line) => context.workbook.names.getItemOrNullObject(lineName(id, line)));
  await context.sync();
  for (const name of named) if (!name.isNullObject) name.delete();
  await context.sync();
}

/** Writes title, period and notes wherever they were moved to; a line that somebody deleted stays away. */
export async function writeLines(
  context: Excel.RequestContext,
  { id }: TableRecord,
  { title, subtitle, answer }: ComputedTable,
): Promise<void> {
  const named = lines.map((line) => context.workbook.names.getItemOrNullObject(lineName(id, line)));
  await context.sync();
  const cells = named.map((name) => (name.isNullObject ? null : name.getRangeOrNullObject()));
  await context.sync();
  const [titleCell, ...others] = cells.map((cell) => (cell && !cell.isNullObject ? cell : null));
  const texts = [subtitle, answer.notes.join(" ")];
  if (titleCell) writeTitle(titleCell, title, []);
  others.forEach((cell, at) => {
    if (!cell) return;
    cell.values = [[texts[at] ? `'${texts[at]}` : ""]];
    cell.format.font.color = colors.quietText;
  });
}
