import type { StatusAnswer } from "../../shared/contract/status.ts";
import {
  canRead,
  canVerify,
  canWriteWholeRows,
  mayTouch,
  vouchesForOwn,
  type Person,
} from "../../shared/model/access.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Standing } from "../../shared/model/standing.ts";
import type { Authorship, PushStore, RowChange } from "./push-store.ts";
import { standingOf, statusKey, type LoadedRow, type StoredRow } from "./stored-row.ts";
import { standingChange } from "./verify-rows.ts";

export interface StatusRequest {
  readonly sheet: Sheet;
  readonly person: Person;
  readonly author: Authorship;
  readonly to: Standing;
  readonly rows: readonly { readonly id: string; readonly base: number }[];
  /** Null for a validation alone. */
  readonly reason: string | null;
}

type Answer = StatusAnswer["answers"][number];

/**
 * Validates rows, returns them, or has them stand as sent again. A row that changed since `base` is left as it is: the
 * person has not seen what it says now. The same request again gives the same answers.
 */
export async function changeStatus(
  request: StatusRequest,
  world: { readonly store: PushStore; readonly versionAfter: (version: number) => number },
): Promise<StatusAnswer> {
  const { sheet, person, author, rows, to, reason } = request;
  const ids = rows.map(({ id }) => id);
  const state = new Map(await world.store.load(sheet, new Map(rows.map(({ id, base }) => [id, base]))));
  const isOwn = await ownRows(request, ids, world.store);
  const changes: RowChange[] = [];
  const answers = rows.map(({ id, base }): Answer => {
    const { current, later } = state.get(id) ?? { current: null, later: [] };
    if (!current || current.voided || !mayTouch(sheet, person, "read", current.values))
      return { result: canRead(sheet, person.role) ? "gone" : "forbidden", id };
    if (wasDone(request, later)) return { result: "changed", id, version: current.version };
    if (!mayChange(request, current)) return { result: "forbidden", id };
    if (current.version !== base) return { result: "stale", id };
    if (to === "validated" && isOwn(current)) return { result: "own", id };
    const from = standingOf(current);
    if (from === to && to !== "returned") return { result: "changed", id, version: base };
    const version = world.versionAfter(base);
    const change = { ...standingChange(current, to), sheet, id, version, row: current.values, voided: false };
    changes.push({ ...change, reason });
    state.set(id, changed(current, later, { ...change, by: person.id, at: author.at, reason }));
    return { result: "changed", id, version };
  });
  const seq = await world.store.commit(changes, author);
  return { seq, answers };
}

/** Whoever verifies says how rows stand; whoever writes a returned row may answer that it is right as it is. */
function mayChange({ sheet, person, to }: StatusRequest, row: StoredRow): boolean {
  if (canVerify(sheet, person.role)) return true;
  const answers = to === "sent" && row.status?.is !== "validated";
  return answers && canWriteWholeRows(sheet, person.role) && mayTouch(sheet, person, "write", row.values);
}

/** Whether rows are the person's own, whom four eyes cannot be: written by them once, or naming them as whose they are. */
async function ownRows({ sheet, person, to }: StatusRequest, ids: readonly string[], store: PushStore) {
  if (to !== "validated" || vouchesForOwn(person.role)) return () => false;
  const written = await store.writtenBy(sheet, ids, person.id);
  const column = sheet.access.own?.column;
  return ({ id, values }: StoredRow): boolean =>
    written.has(id) || (column !== undefined && values[column] === person.id);
}

/** The person did the very same, and nothing happened to the row since. */
function wasDone({ person, to, reason }: StatusRequest, later: LoadedRow["later"]): boolean {
  const [last, ...before] = later;
  const isTheirs = last?.by === person.id && last.after[statusKey] === to;
  return isTheirs && (last.reason ?? null) === reason && before.length === 0;
}

/** The row after its change, for a request that names it twice. */
function changed(
  { id, values, status }: StoredRow,
  later: LoadedRow["later"],
  {
    status: is,
    version,
    before,
    after,
    ...said
  }: Pick<RowChange, "status" | "version" | "before" | "after"> & {
    readonly by: string;
    readonly at: string;
    readonly reason: string | null;
  },
): LoadedRow {
  return {
    current: {
      id,
      version,
      voided: false,
      values,
      status: is === "sent" ? null : { ...status, ...said, is },
    },
    later: [{ version, before, after, ...said }, ...later],
  };
}
