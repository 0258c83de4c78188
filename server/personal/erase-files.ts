import { commitmentOf, newSalts } from "../audit/chain.ts";
import { attachmentContent } from "../audit/attachment-content.ts";
import { keptEvent } from "../audit/record-event.ts";
import { keptFileOf } from "../db/audited-lines.ts";
import type { KeptEvent } from "../db/audit-events.ts";
import type { Session } from "../db/database.ts";
import { eraseRemovalReason, removeLine, renameFile } from "../db/erase-statements.ts";
import { erasedText } from "../db/erased-text.ts";
import { readFiles, readSharedObjects } from "../db/personal-rows.ts";
import { textOrNullOf, type Statement } from "../db/statement.ts";
import type { Subject } from "./find-subject.ts";

/** What becomes of the files of a person's rows: no name, out of sight, and their contents out of the store. */
export interface ErasedFiles {
  readonly files: number;
  readonly statements: readonly Statement[];
  readonly erasures: readonly {
    readonly entry: number;
    readonly was: string;
    readonly now: string;
    readonly salt: string;
  }[];
  /** The removals of those that were still shown. */
  readonly events: readonly KeptEvent[];
  /** Contents that nobody else's row shows. */
  readonly objects: readonly string[];
  /** How many contents stay because another row has them too. */
  readonly shared: number;
  /** The ids of those that somebody had removed before, with a reason. */
  readonly removed: readonly string[];
}

export async function eraseFiles(
  session: Pick<Session, "read">,
  subject: Subject,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<ErasedFiles> {
  const lines = [];
  for (const [sheet, ids] of subject.rows) lines.push(...(await readFiles(session, sheet.id, ids)));
  const salts = newSalts(lines.length);
  const removal = { at: at.toISOString(), by, reason: erasedText };
  const files = lines.map(({ row, entry }, index) => {
    const file = keptFileOf(row);
    const erased = { ...file, name: `anonimo-${file.seq}` };
    const salt = salts[index] ?? "";
    return {
      file,
      erased,
      isShown: row["removedAt"] === null,
      hashes: [file.hash, textOrNullOf(row, "thumbnail") ?? []].flat(),
      erasure: {
        entry: entry.n,
        salt,
        was: commitmentOf(entry.salt, attachmentContent(file)),
        now: commitmentOf(salt, attachmentContent(erased)),
      },
    };
  });
  const shown = files.filter(({ isShown }) => isShown);
  const removed = files.filter(({ isShown }) => !isShown);
  const hashes = [...new Set(files.flatMap((one) => one.hashes))];
  const ids = files.map(({ file }) => file.id);
  const shared = await readSharedObjects(session, hashes, ids);
  return {
    files: files.length,
    statements: [
      ...files.map(({ file, erased }) => renameFile(file.seq, erased.name)),
      ...shown.map(({ file }) => removeLine(file.seq, removal)),
      ...removed.map(({ file }) => eraseRemovalReason(file.seq)),
    ],
    erasures: files.map(({ erasure }) => erasure),
    events: shown.map(({ file: { id, sheet, row } }) =>
      keptEvent({
        kind: "file-removed",
        by: removal.by,
        about: null,
        at,
        details: { sheet, row, attachment: id, reason: removal.reason },
      }),
    ),
    objects: hashes.filter((hash) => !shared.has(hash)),
    shared: shared.size,
    removed: removed.map(({ file }) => file.id),
  };
}
