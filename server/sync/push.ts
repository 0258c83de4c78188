import { createHash } from "node:crypto";
import { pushAnswerSchema, type PushAnswer, type PushedRow, type RowAnswer } from "../../shared/contract.ts";
import type { Person } from "../../shared/model/access.ts";
import type { Context } from "../../shared/model/kind.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import { groupBy } from "../../shared/group-by.ts";
import { answeredBefore } from "./answered-before.ts";
import { decideRows } from "./decide-rows.ts";
import type { PlacedRow } from "./placed-rows.ts";
import type { AnsweredPush, Authorship, PushStore, RowChange } from "./push-store.ts";

/** Rows from one workbook of one person. Without a `pushId` no answer is kept. */
export interface PushRequest {
  readonly pushId: string | null;
  /** What it is part of to the person; itself where that is not said. */
  readonly act?: string | undefined;
  readonly person: Person;
  readonly author: Authorship;
  readonly rows: readonly PushedRow[];
}

/** What pushing needs beside the request. */
export interface PushWorld {
  readonly store: PushStore;
  readonly context: Context;
  sheet(id: string): Sheet | undefined;
  readonly versionAfter: (version: number) => number;
}

/** The answer, or the field by which the request as a whole breaks the protocol. */
export type PushResult =
  { readonly ok: true; readonly answer: PushAnswer } | { readonly ok: false; readonly field: string };

/** Decides and writes a push. The same `pushId` gives the same answer (`answeredBefore`); another content under it is refused. */
export async function push(request: PushRequest, world: PushWorld): Promise<PushResult> {
  const unknown = request.rows.findIndex((row) => !world.sheet(row.sheet));
  if (unknown >= 0) return { ok: false, field: `rows.${unknown}.sheet` };
  const { pushId, person } = request;
  if (pushId === null) return decideAndWrite(request, undefined, world);
  const content = digestOf(request);
  const stored = await world.store.storedAnswer(pushId);
  const before = answeredBefore(stored, { person, content }, pushAnswerSchema);
  if (before.kind === "other") return { ok: false, field: "pushId" };
  if (before.kind === "same") return { ok: true, answer: before.answer };
  return decideAndWrite(request, { pushId, content, act: request.act ?? pushId }, world);
}

async function decideAndWrite(
  request: PushRequest,
  kept: Omit<AnsweredPush, "answer" | "role"> | undefined,
  world: PushWorld,
): Promise<PushResult> {
  const { person, author } = request;
  const answers: RowAnswer[] = [];
  const changes: RowChange[] = [];
  for (const [id, rows] of groupBy(placed(request.rows), ({ pushed }) => pushed.sheet)) {
    const sheet = world.sheet(id);
    if (!sheet) throw new Error(`there is no record "${id}"`);
    const by = { id: author.by, at: author.at };
    const judge = { person, context: world.context };
    const outcome = await decideRows(sheet, rows, { ...world, judge, by, record: world.sheet });
    for (const [place, answer] of outcome.answers) answers[place] = answer;
    changes.push(...outcome.changes);
  }
  const answered = kept && { ...kept, role: person.role, answer: { answers } };
  const seq = await world.store.commit(changes, author, answered);
  return { ok: true, answer: { seq, answers } };
}

/** The same rows in the same order have the same digest, however the keys of their values are ordered. */
function digestOf({ rows, author }: PushRequest): string {
  const content = rows.map(({ sheet, id, base, values, accepted, typed, settled }) => [
    sheet,
    id,
    base,
    sortedEntries(values),
    ...(accepted || typed ? [accepted ?? [], sortedEntries(typed ?? {})] : []),
    ...(settled ? [settled.version, settled.columns] : []),
  ]);
  return createHash("sha256")
    .update(JSON.stringify([author.workbook, content]))
    .digest("hex");
}

const sortedEntries = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));

function placed(rows: readonly PushedRow[]): readonly PlacedRow[] {
  return rows.map((pushed, place) => ({ place, pushed }));
}
