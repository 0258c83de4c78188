import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import type { Erasure } from "./read-chain.ts";
import type { KeptRevision } from "../audit/revision-content.ts";
import { erasingKey } from "./audit-tables.ts";
import { erasedText } from "./erased-text.ts";
import { storedColumns } from "./sheet-table.ts";
import { identifier, statement, toJson, type Statement } from "./statement.ts";

/** Opens, and closes, the one exception to "the history is never changed"; within one batch nobody sees it open. */
export const beginErasing = statement("INSERT INTO meta (key, value) VALUES (?, 1)", erasingKey);
export const endErasing = statement("DELETE FROM meta WHERE key = ?", erasingKey);

/** Answers to pushes say what rows said; whoever repeats a push is answered by content. */
export const forgetAnswers = statement("DELETE FROM pushes");

/** Puts a version in the place of what it said before. */
export function replaceRevision(one: KeptRevision): readonly Statement[] {
  const { seq, reason, before, after, accepted, typed } = one;
  return [
    statement(
      'UPDATE revisions SET reason = ?, "before" = ?, "after" = ? WHERE seq = ?',
      reason,
      before,
      after,
      seq,
    ),
    ...(accepted === null
      ? []
      : [statement("UPDATE revision_notes SET accepted = ?, typed = ? WHERE seq = ?", accepted, typed, seq)]),
  ];
}

/** Puts what a row says now in the place of what it said; its version is that of the revision that says so. */
export function replaceRow(
  sheet: Sheet,
  { id, version, seq, values }: { id: string; version: number; seq: number; values: Row },
): Statement {
  const keys = storedColumns(sheet);
  return {
    sql: `UPDATE ${identifier(sheet.id)} SET _version = ?, _seq = ?, _anonymised = 1,
      ${keys.map((key) => `${identifier(key)} = ?`).join(", ")} WHERE _id = ?`,
    args: [version, seq, ...keys.map((key) => values[key] ?? null), id],
  };
}

/** Gives an entry the salt of what its line says since, and keeps what the commitment was. */
export function keepErasure({ event, entry, was, now }: Erasure, salt: string): readonly Statement[] {
  return [
    statement(
      "INSERT INTO audit_erasures (event, entry, was, now) VALUES (?, ?, ?, ?)",
      event,
      entry,
      was,
      now,
    ),
    statement("UPDATE audit_chain SET salt = ? WHERE n = ?", salt, entry),
  ];
}

export function renameFile(seq: number, name: string): Statement {
  return statement("UPDATE attachments SET name = ? WHERE seq = ?", name, seq);
}

export function removeLine(
  seq: number,
  { at, by, reason }: { readonly at: string; readonly by: string; readonly reason: string },
): Statement {
  return statement(
    "UPDATE attachments SET removedAt = ?, removedBy = ?, removedReason = ? WHERE seq = ?",
    at,
    by,
    reason,
    seq,
  );
}

/** Takes the words away with which somebody removed a file; the event that tells of it keeps its own. */
export function eraseRemovalReason(seq: number): Statement {
  return statement("UPDATE attachments SET removedReason = ? WHERE seq = ?", erasedText, seq);
}

export const erasedObjects = statement("SELECT hash FROM erased_objects ORDER BY hash");

export function objectForgotten(hash: string): Statement {
  return statement("DELETE FROM erased_objects WHERE hash = ?", hash);
}

/** Names contents that are to be taken out of the store as soon as this is on the disk. */
export function forgetObjects(hashes: readonly string[]): readonly Statement[] {
  if (hashes.length === 0) return [];
  return [
    statement("INSERT OR IGNORE INTO erased_objects (hash) SELECT value FROM json_each(?)", toJson(hashes)),
  ];
}
