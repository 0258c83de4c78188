import { setNumberFormat } from "./number-format.ts";
/** What a dropdown draws from: its options in one text, or the cells that list them. */
export type Dropdown = string | Excel.Range;

/** Longest inline list, commas included. */
const inlineLimit = 255;
const listSheetName = "VAD_Listas";

/**
 * Prepares dropdowns for columns. Short lists travel in the rule itself; long ones, and those whose options hold a
 * comma, are written to a very hidden worksheet, one column each under a title that names them, so that columns with
 * the same options share one.
 */
export async function prepareDropdowns(
  context: Excel.RequestContext,
  options: ReadonlyMap<string, readonly string[]>,
): Promise<ReadonlyMap<string, Dropdown>> {
  const dropdowns = new Map<string, Dropdown>();
  const long = [...options].filter(([, offered]) => !fitsInline(offered));
  for (const [key, offered] of options) {
    if (fitsInline(offered)) dropdowns.set(key, offered.join(","));
  }
  if (long.length === 0) return dropdowns;
  const lists = await openLists(context);
  for (const [key, offered] of long) dropdowns.set(key, writeList(lists, offered));
  await context.sync();
  return dropdowns;
}

function fitsInline(options: readonly string[]): boolean {
  return options.join(",").length <= inlineLimit && options.every((option) => !/[,"]|^[=\s]/.test(option));
}

interface Lists {
  readonly sheet: Excel.Worksheet;
  /** Column of each list by its title. */
  readonly columns: Map<string, number>;
}

async function openLists(context: Excel.RequestContext): Promise<Lists> {
  const { worksheets } = context.workbook;
  const found = worksheets.getItemOrNullObject(listSheetName);
  await context.sync();
  const sheet = found.isNullObject ? worksheets.add(listSheetName) : found;
  if (found.isNullObject) sheet.visibility = "VeryHidden";
  const titles = sheet.getRange("1:1").getUsedRangeOrNullObject(true).load({ values: true });
  await context.sync();
  const texts: readonly unknown[] = titles.isNullObject ? [] : (titles.values[0] ?? []);
  return { sheet, columns: new Map(texts.map((title, column) => [String(title), column])) };
}

/** Lists are found again by what they hold, so a list that changed becomes a new one and old rules keep theirs. */
function writeList({ sheet, columns }: Lists, options: readonly string[]): Excel.Range {
  const title = titleOf(options);
  const known = columns.get(title);
  const column = known ?? columns.size;
  const range = sheet.getRangeByIndexes(1, column, options.length, 1);
  if (known === undefined) {
    columns.set(title, column);
    sheet.getRangeByIndexes(0, column, 1, 1).values = [[`'${title}`]];
    setNumberFormat(range, "@");
    range.values = options.map((option) => [`'${option}`]);
  }
  return range;
}

/** Number of options and a checksum of them: enough to tell lists apart. */
function titleOf(options: readonly string[]): string {
  let sum = 0;
  for (const unit of options.join("\n")) sum = (Math.imul(sum, 31) + (unit.codePointAt(0) ?? 0)) >>> 0;
  return `${options.length}-${sum.toString(16)}`;
}
