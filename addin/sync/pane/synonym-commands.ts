import { headerLimits } from "../../../shared/contract/learned.ts";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import { tidy } from "../../../shared/text/normalise.ts";
import type { Desk } from "./desk.ts";

/**
 * Asks once what colleagues said that headers mean. Without an answer recognition does with what it knows by itself, and
 * the next look asks again.
 */
export async function learn({ memory, deps }: Desk): Promise<void> {
  if (memory.learned) return;
  const result = await deps.api.learned();
  if (result.ok) memory.learned = result.value.learned;
}

/** Tells the service what the person said of headers. Nobody waits for it: a colleague without it is only asked again. */
export async function tellColleagues(
  { memory, deps }: Desk,
  { record, columns }: Proposal,
  said: ReadonlyMap<number, string | null>,
): Promise<void> {
  const headers = columns.flatMap(({ column, header }) => {
    const key = said.get(column);
    const text = tidy(header).slice(0, headerLimits.letters).trim();
    return key === undefined || text === "" ? [] : [{ header: text, key }];
  });
  if (headers.length === 0) return;
  const { workbook } = memory;
  const result = await deps.api.saySynonyms({
    record,
    headers: headers.slice(0, headerLimits.headers),
    workbook,
  });
  if (result.ok) memory.learned = null;
}
