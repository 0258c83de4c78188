import { ownColumn, readableColumns } from "../../shared/model/access.ts";
import type { Role } from "../../shared/model/role.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { LinkRecord, LinkCursor } from "../excel/registry.ts";

type Pulled = Pick<LinkRecord, "cursor" | "earlierCursors">;

/** People beside the last one whose places a link keeps: it is written with each synchronisation. */
const mostEarlier = 7;

/** How far a person has pulled a link, whoever pulled it since. */
export function cursorOf(link: Pulled, person: string | undefined): LinkCursor | null {
  return cursorsOf(link).find((cursor) => cursor.person === person) ?? null;
}

/** The link as somebody has pulled it last. */
export function withCursor<L extends Pulled>(link: L, cursor: LinkCursor): L {
  const others = cursorsOf(link).filter(({ person }) => person !== cursor.person);
  return { ...link, cursor, earlierCursors: others.slice(0, mostEarlier) };
}

/**
 * Whether the rows of a link have to be compared as a whole: others pulled it since the person did, or without them ever
 * having done so, and may have left out, taken out or not brought up to date what the person sees.
 */
export function isHandedOver(
  link: Pulled,
  sheet: Sheet,
  me: { readonly id: string; readonly role: Role },
): boolean {
  const cursors = cursorsOf(link);
  const mine = cursors.findIndex(({ person }) => person === me.id);
  if (mine === -1) return cursors.length > 0;
  return cursors.slice(0, mine).some(({ role }) => !role || !seesAllOf(sheet, role, me.role));
}

/** The places that a link keeps, that of whoever pulled last first. */
const cursorsOf = ({ cursor, earlierCursors = [] }: Pulled): readonly LinkCursor[] =>
  cursor ? [cursor, ...earlierCursors] : [];

function seesAllOf(sheet: Sheet, role: Role, other: Role): boolean {
  const readable = new Set(readableColumns(sheet, role));
  const isWhole = ownColumn(sheet, role, "read") === undefined;
  return isWhole && readableColumns(sheet, other).every((key) => readable.has(key));
}
