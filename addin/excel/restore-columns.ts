import type { Context } from "../../shared/model/kind.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { controlLabels } from "./control-columns.ts";
import { dressRows } from "./insert-format.ts";
import { headerOf, layOut } from "./link-layout.ts";
import { locateTable, type LocatedTable } from "./locate-table.ts";
import { installMarkingRules, removeMarkingRules } from "./marking-rules.ts";
import type { LinkRecord } from "./registry.ts";

export interface Restored {
  readonly link: LinkRecord;
  /** The definition's columns that had to be added, empty. */
  readonly added: readonly string[];
}

/**
 * Gives renamed columns their headers back and adds the ones that are missing, at the end of the table, where the marking
 * rules are laid anew.
 */
export async function restoreColumns(
  context: Excel.RequestContext,
  sheet: Sheet,
  link: LinkRecord,
  world: Context,
): Promise<Restored> {
  const located = await locateTable(context, link);
  if (!located) return { link, added: [] };
  renameColumns(sheet, link, located);
  const missing = missingColumns(sheet, link, located);
  const added = missing.map(({ part, label }) => ({
    part,
    column: columnWith(label, link, located).load({ id: true }),
  }));
  await context.sync();
  const mended = added.reduce((record, { part, column }) => withColumn(record, part, column.id), link);
  const dressed = missing.length > 0 ? await dressAgain(context, sheet, mended, world) : mended;
  return {
    link: dressed,
    added: missing.flatMap(({ part }) => ("key" in part ? [part.key] : [])),
  };
}

/** The column that bears a header already, as an attempt before got so far or an undo brought it back; else a new one. */
function columnWith(label: string, link: LinkRecord, { table, columns }: LocatedTable): Excel.TableColumn {
  const linked = new Set([...Object.values(link.controls), ...Object.values(link.columns)]);
  const standing = columns.find(
    ({ id, name }) => !linked.has(id) && name.toLowerCase() === label.toLowerCase(),
  );
  return standing ? table.columns.getItem(standing.id) : table.columns.add(undefined, undefined, label);
}

type Control = keyof LinkRecord["controls"];
type Part = { readonly key: string } | { readonly control: Control };

function renameColumns(sheet: Sheet, link: LinkRecord, { table, columns }: LocatedTable): void {
  const keyById = new Map(Object.entries(link.columns).map(([key, id]) => [id, key]));
  for (const { id, name } of columns) {
    const key = keyById.get(id);
    if (key === undefined || !(key in sheet.columns)) continue;
    const label = headerOf(sheet, link, key);
    if (name !== label) table.columns.getItem(id).name = label;
  }
}

function missingColumns(sheet: Sheet, link: LinkRecord, { columns }: LocatedTable) {
  const ids = new Set(columns.map(({ id }) => id));
  const labels = controlLabels(sheet, Object.values(link.headers));
  const controls = (["reference", "status", "marks"] as const).map((control, at) => ({
    part: { control } satisfies Part as Part,
    id: link.controls[control],
    label: labels[at] ?? control,
  }));
  const data = Object.entries(link.columns)
    .filter(([key]) => key in sheet.columns)
    .map(([key, id]) => ({ part: { key } satisfies Part as Part, id, label: headerOf(sheet, link, key) }));
  return [...controls, ...data].filter(({ id }) => !ids.has(id));
}

function withColumn(link: LinkRecord, part: Part, id: number): LinkRecord {
  if ("key" in part) {
    const defined = link.defined ? { defined: [...new Set([...link.defined, part.key])] } : {};
    return { ...link, columns: { ...link.columns, [part.key]: id }, ...defined };
  }
  return { ...link, controls: { ...link.controls, [part.control]: id } };
}

async function dressAgain(
  context: Excel.RequestContext,
  sheet: Sheet,
  link: LinkRecord,
  world: Context,
): Promise<LinkRecord> {
  const located = await locateTable(context, link);
  const layout = located && layOut(sheet, link, located).layout;
  if (!layout) return link;
  if (!layout.isStaffs)
    await dressRows(context, layout, sheet, world, { first: 0, count: layout.located.rows });
  for (const column of [layout.controls.reference, layout.controls.marks]) {
    layout.located.sheet.getRangeByIndexes(layout.located.top, column, 1, 1).getEntireColumn().columnHidden =
      true;
  }
  await removeMarkingRules(context, layout);
  const ruledRows = installMarkingRules(layout, 0);
  await context.sync();
  return { ...link, ruledRows };
}
