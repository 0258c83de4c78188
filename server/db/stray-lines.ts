import { entryKinds, type EntryKind } from "../audit/chain.ts";
import type { Finding } from "../audit/finding.ts";
import type { Session } from "./database.ts";
import { erasedText } from "./erased-text.ts";
import { literal, numberOf, statement, textOf } from "./statement.ts";

const tables: Readonly<Record<EntryKind, string>> = {
  revision: "revisions",
  attachment: "attachments",
  event: "audit_events",
};

const unchained = entryKinds.map((kind) =>
  statement(
    `SELECT min(seq) AS seq FROM ${tables[kind]}
     WHERE seq NOT IN (SELECT ref FROM audit_chain WHERE kind = '${kind}')`,
  ),
);
const strayNote = statement(
  `SELECT min(n.seq) AS seq FROM revision_notes n LEFT JOIN revisions r
   ON r.seq = n.seq AND r.sheet = n.sheet AND r."row" = n."row" WHERE r.seq IS NULL`,
);
/** The lines of the settings say one after the other what the events say. */
const settingDiffers = statement(
  `WITH kept AS (SELECT row_number() OVER (ORDER BY seq) AS place, seq, id, version, value, at, "by", reason
      FROM settings),
    told AS (SELECT row_number() OVER (ORDER BY seq) AS place,
      details->>'$.setting' AS id, details->>'$.version' AS version, details->>'$.value' AS value, at, "by",
      details->>'$.reason' AS reason FROM audit_events WHERE kind = 'setting-changed')
   SELECT ifnull(k.place, t.place) AS place FROM kept k FULL JOIN told t ON t.place = k.place
   WHERE json_array(k.seq, k.id, k.version, CAST(k.value AS REAL), k.at, k."by", k.reason)
     IS NOT json_array(t.place, t.id, t.version, CAST(t.value AS REAL), t.at, t."by", t.reason)
   ORDER BY 1 LIMIT 1`,
);
/** Of a file that was anonymised the line no longer says why it was removed. */
const removalDiffers = statement(
  `WITH kept AS (SELECT id, sheet, "row", removedAt AS at, removedBy AS "by", removedReason AS reason,
      removedReason = ${literal(erasedText)} AND seq IN (SELECT c.ref FROM audit_erasures e
        CROSS JOIN audit_chain c ON c.n = e.entry WHERE c.kind = 'attachment') AS isErased
      FROM attachments WHERE coalesce(removedAt, removedBy, removedReason) IS NOT NULL),
    told AS (SELECT details->>'$.attachment' AS id, details->>'$.sheet' AS sheet, details->>'$.row' AS "row", at, "by",
      details->>'$.reason' AS reason FROM audit_events WHERE kind = 'file-removed')
   SELECT ifnull(k.id, t.id) AS id FROM kept k FULL JOIN told t ON t.id = k.id
   WHERE json_array(k.id, k.sheet, k."row", k.at, k."by", k.reason)
     IS NOT json_array(t.id, t.sheet, t."row", t.at, t."by", iif(k.isErased, k.reason, t.reason))
   ORDER BY 1 LIMIT 1`,
);

/** A line that no entry tells of, or that says something else than the event that came with it. */
export async function findStrayLine(session: Pick<Session, "read">): Promise<Finding | undefined> {
  const [notes = [], settings = [], removals = [], ...lines] = await session.read([
    strayNote,
    settingDiffers,
    removalDiffers,
    ...unchained,
  ]);
  for (const [index, kind] of entryKinds.entries()) {
    const [row] = lines[index] ?? [];
    if (row && row["seq"] !== null) return { code: "unchained-line", kind, ref: numberOf(row, "seq") };
  }
  const [note] = notes;
  if (note && note["seq"] !== null) return { code: "stray-note", ref: numberOf(note, "seq") };
  if (settings[0]) return { code: "setting-differs", place: numberOf(settings[0], "place") };
  return removals[0] ? { code: "removal-differs", attachment: textOf(removals[0], "id") } : undefined;
}
