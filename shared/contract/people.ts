import * as z from "zod";
import { personStateSchema } from "../model/person-state.ts";
import { roleSchema } from "../model/role.ts";
import { moment, reason } from "./fields.ts";

const personId = z.string().min(1).max(64);

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

/** An account of the company's directory that was refused; only its address was kept. */
const refusedAccountSchema = z.object({ account: z.string(), at: moment });
export type RefusedAccount = z.infer<typeof refusedAccountSchema>;

/** `GET /people`, for the administrator: everybody with an account, by name. */
export const staffSchema = z.object({
  people: z.array(staffMemberSchema),
  /** The newest first. */
  refused: z.array(refusedAccountSchema),
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

/**
 * `POST /people/waiting`, about somebody who came by the company's directory: they are let in with a role, refused, or
 * said to be somebody who has an account already.
 */
export const decideWaitingSchema = z.strictObject({
  person: personId,
  decision: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("approved"), role: roleSchema }),
    z.strictObject({ is: z.literal("rejected") }),
    z.strictObject({ is: z.literal("known"), as: personId }),
  ]),
});
export type WaitingDecision = z.infer<typeof decideWaitingSchema>["decision"];

/** `POST /people/reconsider`: accounts of that address in the directory, which were refused, may ask again. */
export const reconsiderSchema = z.strictObject({ account: z.string().min(1).max(320) });

/** `POST /people/name`: what somebody is called in every row, past ones too. */
export const changeNameSchema = z.strictObject({ person: personId, name: z.string().trim().min(3).max(120) });

/** `POST /people/unlock`: ends a lockout after wrong passwords. */
export const unlockSchema = z.strictObject({ person: personId });

/**
 * `last-admin`: nobody could keep accounts any more. `name-taken`: rows name people, so no two are called the same. `stale`: the person is not in the state any more that the act is
 * about. Nothing was changed in either case.
 */
export const personActSchema = z.object({
  result: z.enum(["done", "last-admin", "name-taken", "stale", "not-found"]),
});
export type PersonAct = z.infer<typeof personActSchema>;
