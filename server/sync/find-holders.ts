import type { Sheet } from "../../shared/model/sheet.ts";
import type { PushStore } from "./push-store.ts";
import { keyText, keyValues, type Candidate, type Holders } from "./settle-keys.ts";
import type { LoadedRow } from "./stored-row.ts";

/** Rows of the database that have a wanted key; rows already decided in this push count as they will be. */
export async function findHolders(
  sheet: Sheet,
  wanted: readonly Candidate[],
  state: ReadonlyMap<string, LoadedRow>,
  store: Pick<PushStore, "holders">,
): Promise<Holders> {
  const byKey = await Promise.all(sheet.keys.map((key) => holdersOf(sheet, key, { wanted, state, store })));
  return (index, text) => byKey[index]?.get(text);
}

interface Search {
  readonly wanted: readonly Candidate[];
  readonly state: ReadonlyMap<string, LoadedRow>;
  readonly store: Pick<PushStore, "holders">;
}

async function holdersOf(sheet: Sheet, key: readonly string[], { wanted, state, store }: Search) {
  const moving = wanted.filter(({ now, row }) => !now || keyText(key, now) !== keyText(key, row));
  const found = await store.holders(
    sheet,
    key,
    moving.map(({ row }) => keyValues(key, row)),
  );
  const holders = new Map<string, string>();
  for (const [id, { current }] of state) {
    if (current && !current.voided) holders.set(keyText(key, current.values), id);
  }
  for (const [place, id] of found) {
    const row = moving[place];
    if (row && !state.has(id)) holders.set(keyText(key, row.row), id);
  }
  return holders;
}
