import type { Attachment } from "../../../shared/contract/attachments.ts";
import type { AttachmentsOf } from "../../api/attachments-api.ts";
import type {
  AttachmentsCommands,
  ChosenFile,
  RemovedAttachment,
  RowAttachments,
  ShownAttachment,
} from "../attachments-session.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";

export function attachmentCommands(desk: Desk): AttachmentsCommands {
  return {
    loadAttachments: () => load(desk),
    attachFiles: (to, files) => desk.act(() => attachFiles(desk, to, files), null),
    openAttachment: (id) =>
      desk.act(async () => {
        const { attachments } = desk.store.get();
        if (!attachments) return failed({ code: "not-found" });
        const result = await desk.deps.api.attachments.content(attachments, id);
        return result.ok ? done(result.value) : failed(result.failure);
      }),
    removeAttachment: (id, reason) => desk.act(() => remove(desk, id, reason)),
  };
}

/** Looks at the row where the user is; it may be another one by the time that the service answers. */
async function load(desk: Desk): Promise<void> {
  const { store, deps } = desk;
  const before = store.get().attachments;
  const asked = selectedRow(desk);
  const isSame = asked !== null && before?.rowId === asked.rowId;
  const shown =
    isSame && before.stage === "ready" ? { ...before, position: asked.position, stage: asked.stage } : asked;
  store.set({ attachments: shown });
  if (!asked || asked.stage === "unsent") return;
  const result = await deps.api.attachments.list(asked);
  if (!isShown(desk, asked)) return;
  if (!result.ok) return change(desk, asked, { stage: "failed" });
  const { attachments, canAttach } = result.value;
  change(desk, asked, { stage: "ready", canAttach, ...sorted(attachments, shown?.shown ?? []) });
  await loadThumbnails(desk, asked, attachments);
}

/** The linked row that is selected, as far as the sheet was read. */
function selectedRow({ store, memory }: Desk): RowAttachments | null {
  const { selection } = store.get();
  const state = selection ? memory.links.get(selection.link) : undefined;
  if (!selection || !state?.shape) return null;
  const { link, sheet, rows } = state;
  const local = rows.find(({ position }) => position === selection.position);
  if (!local) return null;
  return {
    link: link.id,
    position: selection.position,
    sheet: sheet.id,
    rowId: local.known.id,
    stage: local.known.version === 0 ? "unsent" : "loading",
    canAttach: false,
    shown: [],
    removed: [],
    sending: null,
  };
}

async function attachFiles(
  desk: Desk,
  of: AttachmentsOf,
  files: readonly ChosenFile[],
): Promise<Outcome<{ readonly attached: number }>> {
  try {
    for (const [index, file] of files.entries()) {
      change(desk, of, { sending: { name: file.name, done: index, total: files.length } });
      const sent = await send(desk, of, file);
      if (!sent.ok) return sent;
    }
    return done({ attached: files.length });
  } finally {
    change(desk, of, { sending: null });
  }
}

async function send(desk: Desk, of: AttachmentsOf, file: ChosenFile): Promise<Outcome> {
  const { deps, memory } = desk;
  const { name, bytes, keepsPosition, thumbnail } = file;
  const position = keepsPosition ? { position: "keep" as const } : {};
  const sent = await deps.api.attachments.send(of, bytes, { name, workbook: memory.workbook, ...position });
  if (!sent.ok) return failed(sent.failure);
  const added = toShown(sent.value, thumbnail ? dataAddress(thumbnail) : null);
  const { attachments } = desk.store.get();
  const others = attachments?.shown.filter(({ id }) => id !== added.id) ?? [];
  change(desk, of, { shown: [...others, added] });
  // Without its small picture the file is there all the same, by its name.
  if (thumbnail && !sent.value.hasThumbnail)
    await deps.api.attachments.sendThumbnail(of, sent.value.id, thumbnail);
  return done(undefined);
}

async function remove(desk: Desk, id: string, reason: string): Promise<Outcome> {
  const of = desk.store.get().attachments;
  if (!of) return failed({ code: "not-found" });
  const result = await desk.deps.api.attachments.remove(of, id, reason);
  if (!result.ok) return failed(result.failure);
  const { removed } = sorted([result.value], []);
  const { attachments } = desk.store.get();
  if (attachments?.rowId === of.rowId)
    change(desk, of, {
      shown: attachments.shown.filter((one) => one.id !== id),
      removed: [...attachments.removed, ...removed],
    });
  return done(undefined);
}

async function loadThumbnails(
  desk: Desk,
  of: AttachmentsOf,
  attachments: readonly Attachment[],
): Promise<void> {
  for (const { id, hasThumbnail, removed } of attachments) {
    const isMissing = desk.store.get().attachments?.shown.some((one) => one.id === id && !one.thumbnail);
    if (!hasThumbnail || removed || !isMissing) continue;
    const picture = await desk.deps.api.attachments.thumbnail(of, id);
    if (!isShown(desk, of)) return;
    if (!picture.ok) continue;
    const thumbnail = dataAddress(new Uint8Array(await picture.value.arrayBuffer()));
    const shown = desk.store.get().attachments?.shown ?? [];
    change(desk, of, { shown: shown.map((one) => (one.id === id ? { ...one, thumbnail } : one)) });
  }
}

const isShown = ({ store }: Desk, { rowId }: AttachmentsOf): boolean =>
  store.get().attachments?.rowId === rowId;

/** Changes what is shown of a row, as long as it is shown. */
function change(desk: Desk, of: AttachmentsOf, part: Partial<RowAttachments>): void {
  const { attachments } = desk.store.get();
  if (attachments?.rowId === of.rowId) desk.store.set({ attachments: { ...attachments, ...part } });
}

function sorted(all: readonly Attachment[], before: readonly ShownAttachment[]) {
  const removed: readonly RemovedAttachment[] = all.flatMap((one) =>
    one.removed ? [{ id: one.id, name: one.name, ...one.removed }] : [],
  );
  const shown = all.flatMap((one) =>
    one.removed ? [] : [toShown(one, before.find(({ id }) => id === one.id)?.thumbnail ?? null)],
  );
  return { shown, removed };
}

function toShown({ id, name, type, bytes, by, at, hasPosition }: Attachment, thumbnail: string | null) {
  return { id, name, type, bytes, by, at, hasPosition, thumbnail } satisfies ShownAttachment;
}

function dataAddress(jpeg: Uint8Array): string {
  const characters = Array.from(jpeg, (byte) => String.fromCodePoint(byte)).join("");
  return `data:image/jpeg;base64,${btoa(characters)}`;
}
