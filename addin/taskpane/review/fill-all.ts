import type { Outcome, PaneCommands, Place } from "../../sync/session.ts";

/** A text to be written where it mends a cell. */
export interface Repair {
  readonly place: Place;
  readonly text: string;
}

/** Writes texts into cells one after the other; stops at the first that cannot be written, and gives its failure. */
export async function fillAll(commands: PaneCommands, repairs: readonly Repair[]): Promise<Outcome> {
  for (const { place, text } of repairs) {
    const outcome = await commands.fillCell(place, text);
    if (!outcome.ok) return outcome;
  }
  return { ok: true, value: undefined };
}
