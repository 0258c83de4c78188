import type { PersonAct, StaffMember } from "../../shared/contract/people.ts";
import type { Role } from "../../shared/model/role.ts";
import { tidy } from "../../shared/text/normalise.ts";
import { writeRecorded, type AuditedEvent } from "../audit/record-event.ts";
import { keepPerson, readCredential } from "../db/credentials.ts";
import type { Session } from "../db/database.ts";
import { readEntraRecords } from "../db/entra-people.ts";
import { forgetChallengesOf, forgetPasswordCodes, readInvitations } from "../db/one-time-codes.ts";
import { readAccounts, type AccountRecord } from "../db/read-people.ts";
import { deleteSessionsOf, readLastUses } from "../db/sessions.ts";
import type { Statement } from "../db/statement.ts";
import type { Attempts } from "./attempts.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { takenBy } from "./invitations.ts";

type Act = PersonAct["result"];

/** People who leave, come back, and do something else. `by` is the id of the administrator; null for who runs the service. */
export interface Staff {
  /** Everybody with an account, by name, and where they stand. */
  listWithStatus(): Promise<readonly StaffMember[]>;
  /** What they may see and do from their next request on. */
  changeRole(person: string, role: Role, by: string | null, reason?: string): Promise<Act>;
  /** Their name in every row, past ones too; rows name people, so that no two may have the same. */
  changeName(person: string, name: string, by: string | null): Promise<Act>;
  /** Their sessions end, and they can open no more; their rows and name stay. */
  deactivate(person: string, by: string | null, reason?: string): Promise<Act>;
  /** Back to what they were: active, or invited where they never came in. */
  reactivate(person: string, by: string | null, reason?: string): Promise<Act>;
  /** Ends the wait after wrong passwords. */
  unlock(person: string, by: string | null): Promise<Act>;
}

type Told = Pick<AuditedEvent, "kind" | "details">;
type Change = { readonly statements: readonly Statement[]; readonly event: Told };

export function createStaff({
  database,
  now,
  attempts,
}: IdentityDeps & { readonly attempts: Attempts }): Staff {
  /** Decides and writes with nobody writing in between, so that two administrators never remove each other. */
  function act(
    person: string,
    by: string | null,
    decide: (
      account: AccountRecord,
      all: readonly AccountRecord[],
      session: Session,
    ) => Promise<Change | Act>,
  ): Promise<Act> {
    return database.exclusive<Act>(async (session) => {
      const all = await readAccounts(session);
      const account = all.find(({ id }) => id === person);
      if (!account) return "not-found";
      const change = await decide(account, all, session);
      if (typeof change === "string") return change;
      const { statements, event } = change;
      await writeRecorded(session, statements, { ...event, by, about: person, at: now() });
      return "done";
    });
  }

  const keep = (id: string, changed: Parameters<typeof keepPerson>[1]) =>
    keepPerson(id, changed, now().toISOString());

  return {
    async listWithStatus() {
      const at = now().toISOString();
      const [accounts, invitations, uses] = await Promise.all([
        readAccounts(database),
        readInvitations(database, at),
        readLastUses(database),
      ]);
      const waits = await attempts.waitsOf(accounts.map(({ email }) => ({ kind: "account", name: email })));
      return accounts.map((account, index) => ({
        ...account,
        invitedUntil: invitations.get(account.id) ?? null,
        lockedUntil: waits[index] ?? null,
        lastSeen: uses.get(account.id) ?? null,
      }));
    },
    changeRole: (person, role, by, reason) =>
      act(person, by, async (account, all) => {
        if (account.state === "waiting") return "stale";
        if (role !== "admin" && isLastAdmin(account, all)) return "last-admin";
        const details = { before: account.role, after: role, ...(reason === undefined ? {} : { reason }) };
        const event: Told = { kind: "role-changed", details };
        return { statements: [keep(person, { role })], event };
      }),
    changeName: (person, typed, by) =>
      act(person, by, async ({ email }, all) => {
        const name = tidy(typed);
        if (
          takenBy(
            all.filter(({ id }) => id !== person),
            name,
            email,
          )
        )
          return "name-taken";
        return { statements: [keep(person, { name })], event: { kind: "renamed", details: {} } };
      }),
    deactivate: (person, by, reason) =>
      act(person, by, async (account, all) => {
        if (account.state !== "active" && account.state !== "invited") return "stale";
        if (isLastAdmin(account, all)) return "last-admin";
        const statements = [
          keep(person, { state: "inactive" }),
          deleteSessionsOf(person),
          forgetPasswordCodes(person),
          forgetChallengesOf(person),
        ];
        const details = reason === undefined ? {} : { reason };
        return { statements, event: { kind: "deactivated", details } };
      }),
    reactivate: (person, by, reason) =>
      act(person, by, async (account, _all, session) => {
        if (account.state !== "inactive") return "stale";
        const state = (await everCameIn(session, person)) ? "active" : "invited";
        return {
          statements: [keep(person, { state })],
          event: { kind: "reactivated", details: reason === undefined ? {} : { reason } },
        };
      }),
    async unlock(person, by) {
      const account = (await readAccounts(database)).find(({ id }) => id === person);
      if (!account) return "not-found";
      const result = await act(person, by, async () => ({
        statements: [],
        event: { kind: "unlocked", details: {} },
      }));
      if (result !== "done") return result;
      await attempts.lift({ kind: "account", name: account.email });
      await attempts.lift({ kind: "letters", name: account.email });
      return result;
    },
  };
}

/** Whether nobody would be left who keeps accounts. */
function isLastAdmin(account: AccountRecord, all: readonly AccountRecord[]): boolean {
  const isAdmin = ({ role, state }: AccountRecord) => role === "admin" && state === "active";
  return isAdmin(account) && all.filter(isAdmin).length === 1;
}

async function everCameIn(session: Session, person: string): Promise<boolean> {
  const credential = await readCredential(session, "id", person);
  if (credential?.hash != null) return true;
  return (await readEntraRecords(session)).some((record) => record.person === person);
}
