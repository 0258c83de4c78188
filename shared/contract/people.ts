import * as z from "zod";
import { personStateSchema } from "../model/person-state.ts";
import { roleSchema } from "../model/role.ts";
import { moment } from "./fields.ts";

const personId = z.string().min(1).max(64);
const reason = z.string().trim().min(5).max(300);

/** Somebody with an account, as the administrator sees them. */
export const staffMemberSchema = z.object({
  id: personId,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  state: personStateSchema,
  /** Until when the invitation holds; null where there is none. */
  invitedUntil: moment.nullable(),
  /** Until when signing in is refused after too many wrong passwords; null where it is not. */
  lockedUntil: moment.nullable(),
  /** When they last asked for anything; null where they never did. */
  lastSeen: moment.nullable(),
});
export type StaffMember = z.infer<typeof staffMemberSchema>;

/** `GET /people`, for the administrator: everybody with an account, by name. */
export const staffSchema = z.object({
  people: z.array(staffMemberSchema),
  /** Whether invitations are sent by e-mail; otherwise the administrator hands the code over. */
  sendsMail: z.boolean(),
});
export type Staff = z.infer<typeof staffSchema>;

/** `POST /people/role`: what somebody may see and do from their next request on. */
export const changeRoleSchema = z.strictObject({ person: personId, role: roleSchema, reason });

/** `POST /people/state`: somebody leaves, or comes back. Their rows and name stay; leaving ends their sessions. */
export const changeStateSchema = z.strictObject({
  person: personId,
  state: z.enum(["active", "inactive"]),
  reason,
});

/** `POST /people/waiting`: lets somebody in who came by the company's directory, with a role, or refuses them. */
export const decideWaitingSchema = z.strictObject({ person: personId, role: roleSchema.nullable() });

/** `POST /people/unlock`: ends a lockout after wrong passwords. */
export const unlockSchema = z.strictObject({ person: personId });

/**
 * `last-admin`: nobody could keep accounts any more. `stale`: the person is not in the state any more that the act is
 * about. Nothing was changed in either case.
 */
export const personActSchema = z.object({ result: z.enum(["done", "last-admin", "stale", "not-found"]) });
export type PersonAct = z.infer<typeof personActSchema>;

/** `POST /people/invite`: a new account, which its owner opens with the invitation. */
export const inviteSchema = z.strictObject({
  name: z.string().trim().min(3).max(120),
  email: z.email().max(120),
  role: roleSchema,
});
export type Invite = z.infer<typeof inviteSchema>;

/** `POST /people/invite-again` and `/people/withdraw`: another invitation of somebody, or none any more. */
export const ofPersonSchema = z.strictObject({ person: personId });

/** What became of an invitation: it was sent by e-mail, or this is the code to hand over, which is told this once. */
export const invitedSchema = z.discriminatedUnion("result", [
  z.object({ result: z.literal("sent"), until: moment }),
  z.object({ result: z.literal("code"), code: z.string(), until: moment }),
  z.object({ result: z.enum(["email-taken", "name-taken", "stale", "not-found"]) }),
]);
export type Invited = z.infer<typeof invitedSchema>;

/** `GET /people/sessions?person=ID`: where somebody is signed in. */
export const staffSessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      /** Browser and system in words, such as «Edge en Windows». */
      device: z.string(),
      lastSeen: moment,
    }),
  ),
});
export type StaffSessions = z.infer<typeof staffSessionsSchema>;

/** `POST /people/end-session`: ends one of somebody's sessions from its next request on. */
export const endStaffSessionSchema = z.strictObject({ person: personId, session: z.string().max(128) });
