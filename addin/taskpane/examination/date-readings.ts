import { isDay } from "../../../shared/colombia/day.ts";
import type { Column } from "../../../shared/model/column.ts";
import type { ColumnHabit } from "../../../shared/model/habit.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { formatLongDay } from "../text/moments.ts";

/** What a date as typed is with the day first and with the month first, in words; undefined where it is none. */
export interface DateReadings {
  readonly example: string;
  readonly day: string | undefined;
  readonly month: string | undefined;
}

/** The readings of the example that tells most: one that both orders read, where there is any. */
export function dateReadings(column: Column, examples: readonly string[], context: Context): DateReadings {
  const readings = examples.map((example) => ({
    example,
    day: readAs(column, example, {}, context),
    month: readAs(column, example, { monthFirst: true }, context),
  }));
  const telling = readings.find(({ day, month }) => day !== undefined && month !== undefined);
  return telling ?? readings[0] ?? { example: "", day: undefined, month: undefined };
}

function readAs(column: Column, example: string, habit: ColumnHabit, context: Context): string | undefined {
  const reading = column.kind.read(example, { ...context, habit }, {});
  if (!reading.ok || typeof reading.value !== "string" || !isDay(reading.value)) return undefined;
  return formatLongDay(reading.value);
}
