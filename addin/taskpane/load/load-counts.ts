import type { LoadTable } from "../../sync/familiar-session.ts";
import type { CountItem } from "../parts/Counts.tsx";
import { loadText } from "../text/load-text.ts";

/** Rows that a table sends: those that are wrong stay in the sheet, those that the service has are not sent again. */
export const rowsToSend = ({ table: { counts }, duplicates }: LoadTable): number =>
  Math.max(0, counts.good + counts.repairable - duplicates);

export const sumOf = (tables: readonly LoadTable[], count: (table: LoadTable) => number): number =>
  tables.reduce((sum, table) => sum + count(table), 0);

/** The numbers of a table that are worth showing. */
export function countItems({ table: { counts }, duplicates }: LoadTable): readonly CountItem[] {
  const texts = loadText.counts;
  const items = [
    { count: counts.good, text: texts.good(counts.good), tone: "good" },
    { count: counts.repairable, text: texts.repairable(counts.repairable), tone: "waiting" },
    { count: counts.wrong, text: texts.wrong(counts.wrong), tone: "wrong" },
    { count: duplicates, text: texts.duplicates(duplicates), tone: "plain" },
  ] as const;
  return items.filter(({ count }) => count > 0);
}
