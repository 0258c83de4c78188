import type { UnvoidAnswer } from "../../shared/contract/status.ts";
import { canWriteWholeRows, mayTouch, type Person } from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { findHolders } from "./find-holders.ts";
import type { Authorship, PushStore, RowChange } from "./push-store.ts";
import { settleKeys } from "./settle-keys.ts";
import { standingOf, voidedKey, type LoadedRow, type StoredRow } from "./stored-row.ts";

export interface UnvoidRequest {
  readonly sheet: Sheet;
  readonly person: Person;
  readonly author: Authorship;
  readonly rows: readonly { readonly id: string; readonly base: number }[];
  readonly reason: string;
}

type Result = UnvoidAnswer["answers"][number]["result"];

/**
 * Has void rows count again as they stood, for whoever may void them. A row whose key another has by now stays void. The
 * same request again gives the same answers.
 */
export async function unvoidRows(
  { sheet, person, author, rows, reason }: UnvoidRequest,
  world: { readonly store: PushStore; readonly versionAfter: (version: number) => number },
): Promise<UnvoidAnswer> {
  const state = await world.store.load(sheet, new Map(rows.map(({ id, base }) => [id, base])));
  const wanted = new Map<string, StoredRow>();
  const judged = rows.map(({ id, base }) => {
    const loaded = state.get(id) ?? { current: null, later: [] };
    const result = judge(sheet, person, loaded, base);
    if (result === "restored" && loaded.current?.voided) wanted.set(id, loaded.current);
    return { id, result, current: loaded.current };
  });
  const candidates = [...wanted.values()].map(({ id, values }) => ({ id, now: null, row: values }));
  const taken = settleKeys(sheet, candidates, await findHolders(sheet, candidates, new Map(), world.store));
  const changes = new Map<string, RowChange>();
  for (const [id, row] of wanted) {
    if (taken.has(id)) continue;
    const version = world.versionAfter(row.version);
    changes.set(id, { ...restoring, sheet, id, version, row: row.values, status: standingOf(row), reason });
  }
  const answers = judged.map(({ id, result, current }): UnvoidAnswer["answers"][number] => {
    if (result !== "restored" || !current) return { id, result: result === "restored" ? "gone" : result };
    if (taken.has(id)) return { id, result: "taken" };
    return { id, result, version: changes.get(id)?.version ?? current.version };
  });
  const seq = await world.store.commit([...changes.values()], author);
  return { seq, answers };
}

const restoring = { before: { [voidedKey]: 1 }, after: { [voidedKey]: 0 }, voided: false } as const;

function judge(sheet: Sheet, person: Person, { current, later }: LoadedRow, base: number): Result {
  if (!canWriteWholeRows(sheet, person.role)) return "forbidden";
  if (!current || !mayTouch(sheet, person, "read", current.values)) return "gone";
  if (!mayTouch(sheet, person, "write", current.values)) return "forbidden";
  if (current.voided) return current.version === base ? "restored" : "stale";
  const [last, ...before] = later;
  const wasDone = last?.by === person.id && last.after[voidedKey] === 0 && before.length === 0;
  return wasDone ? "restored" : "stale";
}
