import type { z } from "zod";
import {
  invitedSchema,
  personActSchema,
  staffSchema,
  staffSessionsSchema,
  type changeRoleSchema,
  type changeStateSchema,
  type decideWaitingSchema,
  type endStaffSessionSchema,
  type Invite,
  type Invited,
  type PersonAct,
  type Staff,
  type StaffSessions,
} from "../../shared/contract/people.ts";
import type { ApiResult } from "./failure.ts";
import { request, type RequestDeps } from "./request.ts";

/** The people of the company, as the administrator asks for them. */
export interface PeopleApi {
  list(): Promise<ApiResult<Staff>>;
  invite(body: Invite): Promise<ApiResult<Invited>>;
  inviteAgain(person: string): Promise<ApiResult<Invited>>;
  withdraw(person: string): Promise<ApiResult<PersonAct>>;
  changeRole(body: z.infer<typeof changeRoleSchema>): Promise<ApiResult<PersonAct>>;
  changeState(body: z.infer<typeof changeStateSchema>): Promise<ApiResult<PersonAct>>;
  decideWaiting(body: z.infer<typeof decideWaitingSchema>): Promise<ApiResult<PersonAct>>;
  unlock(person: string): Promise<ApiResult<PersonAct>>;
  sessions(person: string): Promise<ApiResult<StaffSessions>>;
  endSession(body: z.infer<typeof endStaffSessionSchema>): Promise<ApiResult<PersonAct>>;
}

export function createPeopleApi(deps: RequestDeps): PeopleApi {
  const invitation = (path: string, body: unknown) =>
    request(deps, { path: `/people/${path}`, body, answer: invitedSchema });
  const act = (path: string, body: unknown) =>
    request(deps, { path: `/people/${path}`, body, answer: personActSchema });
  return {
    list: () => request(deps, { path: "/people", answer: staffSchema }),
    invite: (body) => invitation("invite", body),
    inviteAgain: (person) => invitation("invite-again", { person }),
    withdraw: (person) => act("withdraw", { person }),
    changeRole: (body) => act("role", body),
    changeState: (body) => act("state", body),
    decideWaiting: (body) => act("waiting", body),
    unlock: (person) => act("unlock", { person }),
    sessions: (person) =>
      request(deps, { path: "/people/sessions", query: { person }, answer: staffSessionsSchema }),
    endSession: (body) => act("end-session", body),
  };
}
