import type { ColumnHabit } from "../../shared/model/habit.ts";
import { atColumn } from "../../shared/model/kind.ts";
import { readCell } from "../../shared/model/read-row.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { MutableRow } from "../../shared/model/value.ts";
import type { SheetGrid } from "../../shared/recognition/grid.ts";
import type { Amendment, Proposal } from "../../shared/recognition/proposal.ts";
import { amend } from "../../shared/recognition/recognise.ts";
import type { World } from "../../shared/recognition/world.ts";
import { normalise } from "../../shared/text/normalise.ts";
import type { Answers } from "./options.ts";

/** The proposal with what was answered in advance, as far as it concerns it. */
export function answerQuestions(
  proposal: Proposal,
  grid: SheetGrid,
  answers: Answers,
  world: World,
): Proposal {
  const placed = amendWith(proposal, grid, placeSaid(proposal, answers), world);
  const sheet = world.sheets.find(({ id }) => id === placed.record);
  if (!sheet) return placed;
  const named = amendWith(placed, grid, columnsSaid(placed, sheet, answers), world);
  return amendWith(named, grid, meaningSaid(sheet, answers, world), world);
}

function amendWith(proposal: Proposal, grid: SheetGrid, amendment: Amendment, world: World): Proposal {
  return Object.keys(amendment).length === 0 ? proposal : amend(proposal, grid, amendment, world);
}

/** Which record the worksheet holds, and where its header is. */
function placeSaid({ worksheet }: Proposal, { records, headers }: Answers): Amendment {
  const isMeant = ({ name }: { readonly name: string }) => isSame(name, worksheet);
  const [record, header] = [records.find(isMeant)?.said, headers.find(isMeant)?.said];
  const row = Number(header) - 1;
  return {
    ...(record === undefined ? {} : { record }),
    ...(Number.isInteger(row) && row >= 0 ? { headerRow: row } : {}),
  };
}

function columnsSaid({ columns }: Proposal, sheet: Sheet, { columns: said }: Answers): Amendment {
  const keys = new Map<number, string | null>();
  for (const { name, said: column } of said) {
    const key = column === "-" ? null : keyOf(sheet, column);
    if (key === undefined) continue;
    for (const one of columns) if (isSame(one.header, name)) keys.set(one.column, key);
  }
  return keys.size === 0 ? {} : { columns: keys };
}

/** How columns are written, and what holds for every row. */
function meaningSaid(sheet: Sheet, answers: Answers, { context }: World): Amendment {
  const habits = new Map<string, ColumnHabit>();
  const add = (columns: readonly string[], habit: ColumnHabit) => {
    for (const column of columns) {
      const key = keyOf(sheet, column);
      if (key !== undefined) habits.set(key, { ...habits.get(key), ...habit });
    }
  };
  add(answers.dayFirst, {});
  add(answers.monthFirst, { monthFirst: true });
  add(answers.pesos, { unit: 1 });
  add(answers.millions, { unit: 1_000_000 });
  const values: MutableRow = {};
  for (const { name, said } of answers.values) {
    const key = keyOf(sheet, name);
    const column = key === undefined ? undefined : sheet.columns[key];
    if (key === undefined || !column) continue;
    const reading = readCell(column, said, atColumn(context, key), values);
    if (reading.ok) values[key] = reading.value;
  }
  return {
    ...(habits.size === 0 ? {} : { habits: Object.fromEntries(habits) }),
    ...(Object.keys(values).length === 0 ? {} : { context: values }),
  };
}

/** The column of a record by its key or its label. */
function keyOf(sheet: Sheet, column: string): string | undefined {
  if (Object.hasOwn(sheet.columns, column)) return column;
  return Object.entries(sheet.columns).find(([, { label }]) => isSame(label, column))?.[0];
}

const isSame = (one: string, other: string): boolean => normalise(one) === normalise(other);
