import { parseArgs } from "node:util";
import { isDay } from "../../shared/colombia/day.ts";
import type { Day } from "../../shared/model/value.ts";

/** What `npm run audit -- export` is asked for. */
export interface ExportWords {
  readonly file: string;
  readonly as: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** Undefined where the words ask for something else, or for no file that is known. */
export function readExportWords(args: readonly string[]): ExportWords | undefined {
  const read = parseKnown(args);
  const [act, file, ...others] = read?.positionals ?? [];
  if (!read || act !== "export" || file === undefined || others.length > 0) return undefined;
  const { as, from = null, to = null } = read.values;
  const areDays = [from, to].every((day) => day === null || isDay(day));
  if (as === undefined || !areDays || !/\.(xlsx|jsonl)$/i.test(file)) return undefined;
  return { file, as, from, to };
}

function parseKnown(args: readonly string[]) {
  try {
    const text = { type: "string" } as const;
    return parseArgs({
      args: [...args],
      options: { as: text, from: text, to: text },
      allowPositionals: true,
    });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
