import type { Invited, PersonAct, Staff, StaffSessions } from "../../shared/contract/people.ts";
import type { Role } from "../../shared/model/role.ts";
import type { Outcome } from "./session.ts";

/** Somebody who is to be invited. */
export interface Invitee {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

/** The part of the pane's state that the administrator sees of people; null until it was asked for. */
export interface PeopleState {
  readonly staff: Staff | null;
  /** Where the person who was opened last is signed in. */
  readonly staffSessions: { readonly person: string; readonly sessions: StaffSessions["sessions"] } | null;
}

export type ActOutcome = Promise<Outcome<PersonAct>>;

/** What the administrator does with people. Everything is told in the audit. */
export interface PeopleCommands {
  loadStaff(): Promise<Outcome>;
  invite(invitee: Invitee): Promise<Outcome<Invited>>;
  /** Makes an invitation anew; the one before holds no longer. Also the way back in for a forgotten password. */
  inviteAgain(person: string): Promise<Outcome<Invited>>;
  withdrawInvitation(person: string): ActOutcome;
  changeRole(person: string, role: Role, reason: string): ActOutcome;
  /** Somebody leaves, which ends their sessions, or comes back. */
  changeState(person: string, state: "active" | "inactive", reason: string): ActOutcome;
  /** Lets somebody in who came by the company's directory, or refuses them (`null`). */
  decideWaiting(person: string, role: Role | null): ActOutcome;
  unlock(person: string): ActOutcome;
  loadStaffSessions(person: string): Promise<Outcome>;
  endStaffSession(person: string, session: string): ActOutcome;
}
