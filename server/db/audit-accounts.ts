import type { EventKind } from "../../shared/model/audited-event.ts";
import type { Finding } from "../audit/finding.ts";
import type { PersonState } from "../identity/person-state.ts";
import type { Session } from "./database.ts";
import { literal, statement, textOf, textOrNullOf, type SqlRow } from "./statement.ts";

/**
 * What an account may be after each event that says so. An account begins, and comes back, as somebody who is in or as
 * somebody who is invited. A sign-in says nothing: another act may have come between its judgement and its event.
 */
const statesAfter = {
  "account-created": ["active", "invited"],
  "invitation-withdrawn": ["inactive"],
  joined: ["active"],
  deactivated: ["inactive"],
  reactivated: ["active", "invited"],
  "approval-asked": ["waiting"],
  approved: ["active"],
  rejected: [],
} as const satisfies Partial<Record<EventKind, readonly PersonState[]>>;

const isTelling = (kind: string): kind is keyof typeof statesAfter => Object.hasOwn(statesAfter, kind);

/**
 * The accounts with the last events about each that say its role and its state. An invitation repeats a role that may be
 * changing; an account of which no event says anything is older than the audit, or was being made.
 */
const accountsTold = statement(
  `WITH roles AS (SELECT about, max(seq),
      iif(kind = 'role-changed', details->>'$.after', details->>'$.role') AS role FROM audit_events
      WHERE kind IN ('account-created', 'role-changed', 'approved') GROUP BY about),
    states AS (SELECT about, max(seq), kind FROM audit_events
      WHERE kind IN (${Object.keys(statesAfter).map(literal).join(", ")}) GROUP BY about)
   SELECT ifnull(u.id, s.about) AS id, u.role, u.state, r.role AS toldRole, s.kind
   FROM identity_user u FULL JOIN states s ON s.about = u.id LEFT JOIN roles r ON r.about = u.id
   WHERE ifnull(u.id, s.about) IS NOT NULL ORDER BY 1`,
);

/** An account whose role or state is not what the last event that says so told. */
export async function findStrayAccount(session: Pick<Session, "read">): Promise<Finding | undefined> {
  const [rows = []] = await session.read([accountsTold]);
  for (const row of rows) {
    const finding = checkAccount(row);
    if (finding) return finding;
  }
  return undefined;
}

function checkAccount(row: SqlRow): Finding | undefined {
  const account = textOf(row, "id");
  const [role, state] = [textOrNullOf(row, "role"), textOrNullOf(row, "state")];
  const told = textOrNullOf(row, "toldRole");
  if (told !== null && role !== null && role !== told)
    return { code: "account-differs", account, what: "role", told, is: role };
  const kind = textOrNullOf(row, "kind");
  if (kind === null || !isTelling(kind)) return undefined;
  const states: readonly string[] = statesAfter[kind];
  // Of who waited nothing stays, where they were somebody whom the company had already.
  const isGone = state === null && (states.length === 0 || states.includes("waiting"));
  if (isGone || (state !== null && states.includes(state))) return undefined;
  return { code: "account-differs", account, what: "state", told: states[0] ?? null, is: state };
}
