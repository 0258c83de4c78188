import type { z } from "zod";
import {
  invitationWithdrawnSchema,
  invitedAgainSchema,
  invitedSchema,
  type Invite,
  type Invited,
  type InvitedAgain,
} from "../../shared/contract/invitations.ts";
import {
  personActSchema,
  staffSchema,
  type changeNameSchema,
  type changeRoleSchema,
  type changeStateSchema,
  type decideWaitingSchema,
  type PersonAct,
  type Staff,
} from "../../shared/contract/people.ts";
import { sessionsEndedSchema, sessionsSchema, type OpenSessions } from "../../shared/contract/sign-in.ts";
import type { ApiResult } from "./failure.ts";
import { request, type RequestDeps } from "./request.ts";

type Acted = Promise<ApiResult<PersonAct>>;

/** The people of the company, as the administrator asks for them. */
export interface PeopleApi {
  list(): Promise<ApiResult<Staff>>;
  invite(body: Invite): Promise<ApiResult<Invited>>;
  inviteAgain(person: string): Promise<ApiResult<InvitedAgain>>;
  withdraw(person: string): Promise<ApiResult<z.infer<typeof invitationWithdrawnSchema>>>;
  changeRole(body: z.infer<typeof changeRoleSchema>): Acted;
  changeName(body: z.infer<typeof changeNameSchema>): Acted;
  changeState(body: z.infer<typeof changeStateSchema>): Acted;
  decideWaiting(body: z.infer<typeof decideWaitingSchema>): Acted;
  reconsider(account: string): Acted;
  unlock(person: string): Acted;
  sessions(person: string): Promise<ApiResult<OpenSessions>>;
  endSession(person: string, id: string): Promise<ApiResult<z.infer<typeof sessionsEndedSchema>>>;
}

export function createPeopleApi(deps: RequestDeps): PeopleApi {
  const act = (path: string, body: unknown) =>
    request(deps, { path: `/people/${path}`, body, answer: personActSchema });
  const invitation = "/people/invite";
  return {
    list: () => request(deps, { path: "/people", answer: staffSchema }),
    invite: (body) => request(deps, { path: invitation, body, answer: invitedSchema }),
    inviteAgain: (person) =>
      request(deps, { path: `${invitation}/again`, body: { person }, answer: invitedAgainSchema }),
    withdraw: (person) =>
      request(deps, { path: `${invitation}/withdraw`, body: { person }, answer: invitationWithdrawnSchema }),
    changeRole: (body) => act("role", body),
    changeName: (body) => act("name", body),
    changeState: (body) => act("state", body),
    decideWaiting: (body) => act("waiting", body),
    reconsider: (account) => act("reconsider", { account }),
    unlock: (person) => act("unlock", { person }),
    sessions: (person) => request(deps, { path: "/sessions", query: { person }, answer: sessionsSchema }),
    endSession: (person, id) =>
      request(deps, { path: "/sessions/end", body: { which: { id }, person }, answer: sessionsEndedSchema }),
  };
}
