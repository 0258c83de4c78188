import { undoLimits, type KeptRow, type UndoAnswer } from "../../../shared/contract/undo.ts";
import { groupBy } from "../../../shared/group-by.ts";
import { canRead, mayTouch } from "../../../shared/model/access.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Row } from "../../../shared/model/value.ts";
import { decideRows } from "../decide-rows.ts";
import type { PushStore, RowChange } from "../push-store.ts";
import { standingOf, type LoadedRow, type StoredRow } from "../stored-row.ts";
import { standingChange } from "../verify-rows.ts";
import { builderName, keptIn, whyKept } from "./kept-rows.ts";
import { planRow, type RowPlan } from "./plan-undo.ts";
import type { ActRevision } from "./sent-act.ts";
import type { Part, Undoing } from "./undoing.ts";
import { restoreRows, voidRows } from "./whole-rows.ts";

/** The changes that take a sending back, and what is told of it. */
export interface Undone {
  readonly changes: readonly RowChange[];
  readonly told: Omit<UndoAnswer, "seq">;
}

/**
 * Takes back what a sending changed, by the rules of a push that the same person would send now: who may, what is right,
 * whose key it is. Rows that the person does not see any more are neither changed nor counted.
 */
export async function undoAct(revisions: readonly ActRevision[], undoing: Undoing): Promise<Undone> {
  const changes: RowChange[] = [];
  const sheets: UndoAnswer["sheets"] = [];
  const kept: KeptRow[] = [];
  for (const [id, ofSheet] of groupBy(revisions, ({ sheet }) => sheet)) {
    const sheet = undoing.record(id);
    if (!sheet || !canRead(sheet, undoing.judge.person.role)) continue;
    const outcome = await undoInSheet(sheet, ofSheet, undoing);
    changes.push(...outcome.changes);
    kept.push(...outcome.kept);
    const { changed, voided, restored } = outcome.counts;
    if (changed + voided + restored > 0) sheets.push({ sheet: id, changed, voided, restored });
  }
  return { changes, told: { sheets, kept: kept.slice(0, undoLimits.named), keptRows: kept.length } };
}

interface PlannedRow {
  readonly row: StoredRow;
  readonly plan: RowPlan;
}

async function undoInSheet(sheet: Sheet, revisions: readonly ActRevision[], undoing: Undoing) {
  const byRow = groupBy(revisions, ({ id }) => id);
  const bases = new Map([...byRow].map(([id, mine]) => [id, (mine[0]?.version ?? 1) - 1]));
  const loaded = await undoing.store.load(sheet, bases);
  const planned = [...byRow].flatMap(([id, mine]): readonly PlannedRow[] => {
    const found = loaded.get(id);
    const row = found?.current;
    if (!found || !row || !mayTouch(sheet, undoing.judge.person, "read", row.values)) return [];
    const plan = planRow(sheet, mine, found, undoing.reason);
    return plan ? [{ row, plan }] : [];
  });
  const told = keptIn(sheet, undoing);
  const stays = planned.flatMap(({ row, plan }) =>
    plan.kind === "kept" ? [told(row, plan.why, builderName(sheet, plan, undoing))] : [],
  );
  const voided = voidRows(sheet, ofKind(planned, "void"), undoing);
  const freed = new Set(voided.changes.map(({ id }) => id));
  const store = withoutRows(undoing.store, freed);
  const changed = await changeRows(sheet, planned, loaded, { ...undoing, store });
  const restored = await restoreRows(sheet, ofKind(planned, "restore"), changed.changes, {
    ...undoing,
    store,
  });
  const parts = [voided, changed, restored];
  return {
    changes: parts.flatMap((part) => part.changes),
    counts: { changed: changed.done, voided: voided.changes.length, restored: restored.changes.length },
    kept: [...stays, ...parts.flatMap((part) => part.kept)],
  };
}

const ofKind = (planned: readonly PlannedRow[], kind: RowPlan["kind"]): readonly StoredRow[] =>
  planned.filter(({ plan }) => plan.kind === kind).map(({ row }) => row);

/** Rows go back to what they said as if the person sent that now. */
async function changeRows(
  sheet: Sheet,
  planned: readonly PlannedRow[],
  loaded: ReadonlyMap<string, LoadedRow>,
  undoing: Undoing,
): Promise<Part & { readonly done: number }> {
  const changing = planned.flatMap(({ row, plan }) => (plan.kind === "change" ? [{ row, plan }] : []));
  const pushed = changing.map(({ row: { id, version }, plan }, place) => ({
    place,
    pushed: { sheet: sheet.id, id, base: version, values: { ...plan.values } },
  }));
  const { answers, changes } = await decideRows(sheet, pushed, undoing);
  const byId = new Map(changing.map((one) => [one.row.id, one]));
  const told = keptIn(sheet, undoing);
  const kept = changing.flatMap(({ row }, place) => {
    const answer = answers.get(place);
    return answer && answer.result !== "saved" ? [told(row, ...whyKept(answer))] : [];
  });
  return {
    changes: changes.map((change) => {
      const one = byId.get(change.id);
      const row = loaded.get(change.id)?.current;
      return row && one ? asTakenBack(change, row, one.plan.reopensReturn, undoing.reason) : change;
    }),
    kept,
    done: changing.length - kept.length,
  };
}

/** Going back corrects nothing: a row that was returned stays so, and one whose return the sending ended is returned again. */
function asTakenBack(change: RowChange, row: StoredRow, reopens: boolean, reason: string): RowChange {
  const withoutStatus = (values: Row): Row =>
    Object.fromEntries(Object.entries(values).filter(([key]) => Object.hasOwn(change.sheet.columns, key)));
  const standing = reopens ? standingChange(row, "returned") : undefined;
  return {
    ...change,
    reason,
    before: { ...withoutStatus(change.before), ...standing?.before },
    after: { ...withoutStatus(change.after), ...standing?.after },
    status: standing?.status ?? standingOf(row),
  };
}

/** The store as it will be once some rows are void: they hold no key and are nobody's peers. */
function withoutRows(store: PushStore, gone: ReadonlySet<string>): PushStore {
  return {
    ...store,
    async holders(sheet, key, values) {
      const found = await store.holders(sheet, key, values);
      return new Map([...found].filter(([, id]) => !gone.has(id)));
    },
    async peers(rule, questions) {
      const found = await store.peers(rule, questions);
      return new Map([...found].map(([text, peers]) => [text, peers.filter(({ id }) => !gone.has(id))]));
    },
  };
}
