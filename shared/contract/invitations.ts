import * as z from "zod";
import { roleSchema } from "../model/role.ts";
import { moment } from "./fields.ts";

/** `POST /people/invite`, for the administrator. */
export const inviteSchema = z.strictObject({
  name: z.string().trim().min(3).max(120),
  email: z.email().max(120),
  role: roleSchema,
});
export type Invite = z.infer<typeof inviteSchema>;

const personSchema = z.strictObject({ person: z.string().min(1).max(64) });

/**
 * `POST /people/invite/again`: another code, for whoever lost theirs or forgot their password where no e-mail is sent.
 * `POST /people/invite/withdraw`: the code opens nothing any more.
 */
export const inviteAgainSchema = personSchema;
export const withdrawInvitationSchema = personSchema;

/** `code`: to be handed over to the person alone; null where it was sent to them by e-mail. */
const invited = z.object({
  result: z.literal("invited"),
  person: z.string(),
  until: moment,
  code: z.string().nullable(),
});

export const invitedSchema = z.discriminatedUnion("result", [
  invited,
  z.object({ result: z.enum(["email-taken", "name-taken"]) }),
]);
export type Invited = z.infer<typeof invitedSchema>;

/** `not-possible`: the person was deactivated, or waits for approval, or is not there. */
export const invitedAgainSchema = z.discriminatedUnion("result", [
  invited,
  z.object({ result: z.literal("not-possible") }),
]);
export type InvitedAgain = z.infer<typeof invitedAgainSchema>;

export const invitationWithdrawnSchema = z.object({ result: z.enum(["withdrawn", "not-possible"]) });
