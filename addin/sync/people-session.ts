import type { Invite, Invited, InvitedAgain } from "../../shared/contract/invitations.ts";
import type { PersonAct, Staff, WaitingDecision } from "../../shared/contract/people.ts";
import type { OpenSession } from "../../shared/contract/sign-in.ts";
import type { Role } from "../../shared/model/role.ts";
import type { Outcome } from "./session.ts";

/** The part of the pane's state that the administrator sees of people; null until it was asked for. */
export interface PeopleState {
  readonly staff: Staff | null;
  /** Where the person who was opened last is signed in. */
  readonly staffSessions: { readonly person: string; readonly sessions: readonly OpenSession[] } | null;
}

export type ActOutcome = Promise<Outcome<PersonAct>>;

/** What the administrator does with people. Everything is told in the audit. */
export interface PeopleCommands {
  loadStaff(): Promise<Outcome>;
  invite(invite: Invite): Promise<Outcome<Invited>>;
  /** Makes an invitation anew; the one before holds no longer. Also the way back in for a forgotten password. */
  inviteAgain(person: string): Promise<Outcome<InvitedAgain>>;
  withdrawInvitation(person: string): Promise<Outcome<{ readonly result: "withdrawn" | "not-possible" }>>;
  changeRole(person: string, role: Role, reason: string): ActOutcome;
  changeName(person: string, name: string): ActOutcome;
  /** Somebody leaves, which ends their sessions, or comes back. */
  changeState(person: string, state: "active" | "inactive", reason: string): ActOutcome;
  decideWaiting(person: string, decision: WaitingDecision): ActOutcome;
  /** Accounts of that address, which were refused, may ask again. */
  reconsider(account: string): ActOutcome;
  unlock(person: string): ActOutcome;
  loadStaffSessions(person: string): Promise<Outcome>;
  endStaffSession(person: string, session: string): Promise<Outcome<{ readonly ended: number }>>;
}
