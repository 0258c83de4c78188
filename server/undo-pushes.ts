import {
  undoAnswerSchema,
  undoLimits,
  type Undo,
  type UndoAnswer,
  type UndoPreview,
} from "../shared/contract/undo.ts";
import { createPushStore } from "./db/push-store.ts";
import { readAct } from "./db/read-acts.ts";
import type { Session } from "./db/database.ts";
import { judgingContext } from "./judging-context.ts";
import type { Writing } from "./push-rows.ts";
import { sheetById, versionAfter, type Service } from "./service-parts.ts";
import { answeredBefore } from "./sync/answered-before.ts";
import { undoAct, type Undone } from "./sync/undo/undo-act.ts";
import type { SentAct } from "./sync/undo/sent-act.ts";

/** Why a sending is not taken back as a whole. */
export type UndoRefusal = "not-found" | "too-large" | "other-undo";
export type UndoResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: UndoRefusal };

/** What taking back a sending would do now; nothing is written. */
export async function previewUndo(
  service: Service,
  writing: Omit<Writing, "workbook">,
  act: string,
): Promise<UndoResult<UndoPreview>> {
  const decide = await decider(service, { ...writing, workbook: "" }, "previewed");
  return service.database.exclusive(async (session) => {
    const found = await findAct(session, writing.person.id, act);
    if (!found.ok) return found;
    const { told } = await decide(session, found.value);
    const { at, workbook } = found.value;
    return { ok: true, value: { ...told, act, at, workbook } };
  });
}

/** Takes back a sending as a new version of each of its rows, decided and written alone. */
export async function undoPushes(
  service: Service,
  writing: Writing,
  { id, act, reason }: Omit<Undo, "workbook">,
): Promise<UndoResult<UndoAnswer>> {
  const decide = await decider(service, writing, reason);
  const { person, at, workbook } = writing;
  const content = `undo ${act}`;
  const result = await service.database.exclusive(async (session): Promise<UndoResult<UndoAnswer>> => {
    const store = createPushStore(session, service.sheets);
    const before = answeredBefore(await store.storedAnswer(id), { person, content }, undoAnswerSchema);
    if (before.kind === "other") return { ok: false, code: "other-undo" };
    if (before.kind === "same") return { ok: true, value: before.answer };
    const found = await findAct(session, person.id, act);
    if (!found.ok) return found;
    const { changes, told } = await decide(session, found.value);
    const author = { by: person.id, at: at.toISOString(), workbook };
    const answered = { pushId: id, content, act: id, undoes: act, role: person.role, answer: told };
    const seq = await store.commit(changes, author, answered);
    return { ok: true, value: { ...told, seq } };
  });
  if (result.ok) service.reached(result.value.seq);
  return result;
}

async function decider(service: Service, { person, at }: Writing, reason: string) {
  const context = await judgingContext(service, at);
  return (session: Session, { revisions }: SentAct): Promise<Undone> =>
    undoAct(revisions, {
      store: createPushStore(session, service.sheets),
      judge: { person, context },
      by: { id: person.id, at: at.toISOString() },
      reason,
      versionAfter: (version) => versionAfter(service.epoch, version),
      record: (id) => sheetById(service, id),
    });
}

async function findAct(session: Session, person: string, act: string): Promise<UndoResult<SentAct>> {
  const found = await readAct(session, person, act);
  if (!found) return { ok: false, code: "not-found" };
  const rows = new Set(found.revisions.map(({ sheet, id }) => `${sheet} ${id}`));
  return rows.size > undoLimits.rows ? { ok: false, code: "too-large" } : { ok: true, value: found };
}
