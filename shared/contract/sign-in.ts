import * as z from "zod";
import { moment } from "./fields.ts";

const email = z.email().max(120);
const password = z.string().min(1).max(128);
const token = z.string().min(1).max(1_024);

/** A browser that somebody signed in from before: strangers who fail do not make it wait. */
const device = token.optional();

const tokens = z.object({
  /** What every request carries as `Authorization: Bearer …`. */
  access: z.string(),
  /** Exchanged once for the next tokens, by `POST /auth/refresh`. */
  refresh: z.string(),
  /** Seconds until `access` expires. */
  expiresIn: z.number(),
});
export type SessionTokens = z.infer<typeof tokens>;

/** A session was opened. */
export const signedInSchema = tokens.extend({ result: z.literal("signed-in"), device: z.string() });
export type SignedIn = z.infer<typeof signedInSchema>;

/** `POST /auth/sign-in/email`. */
export const signInSchema = z.strictObject({ email, password, device });

/** With the right password, and where codes are asked for, one was sent by e-mail. */
export const signInAnswerSchema = z.discriminatedUnion("result", [
  signedInSchema,
  z.object({ result: z.literal("code-needed"), challenge: z.string(), sentTo: z.string() }),
]);
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

const challenge = z.string().min(1).max(64);

/** `POST /auth/sign-in/code`: the code of the e-mail. */
export const signInCodeSchema = z.strictObject({ challenge, code: z.string().regex(/^\d{6}$/), device });

/** `expired`: too old or tried too often; signing in begins again with the password. */
export const signInCodeAnswerSchema = z.discriminatedUnion("result", [
  signedInSchema,
  z.object({ result: z.literal("wrong-code"), left: z.number().int() }),
  z.object({ result: z.literal("expired") }),
]);
export type SignInCodeAnswer = z.infer<typeof signInCodeAnswerSchema>;

/** `POST /auth/sign-in/code/again`: another code for the same sign-in; the one before stops being right. */
export const anotherCodeSchema = z.strictObject({ challenge });
export const anotherCodeAnswerSchema = z.object({ result: z.enum(["sent", "expired"]) });

/** `POST /auth/refresh`. Whoever keeps a refresh token keeps the answer's instead. */
export const refreshSchema = z.strictObject({ refresh: token });
export const refreshAnswerSchema = tokens;

/** `POST /auth/forgotten`: the same answer whether there is such an account or not. */
export const forgottenSchema = z.strictObject({ email });
export const forgottenAnswerSchema = z.object({ result: z.enum(["sent", "ask-administrator"]) });
export type ForgottenAnswer = z.infer<typeof forgottenAnswerSchema>;

/** `guessable`: common, leaked, or made of the person's own words. */
export const passwordWeaknesses = ["short", "long", "guessable"] as const;
export type PasswordWeakness = (typeof passwordWeaknesses)[number];
const weak = z.object({ result: z.literal("weak"), why: z.enum(passwordWeaknesses) });

/** `POST /auth/new-password`: with the code of an invitation, or of a forgotten password. Opens a session. */
export const newPasswordSchema = z.strictObject({ code: z.string().trim().min(1).max(64), password, device });
export const newPasswordAnswerSchema = z.discriminatedUnion("result", [
  signedInSchema,
  weak,
  z.object({ result: z.literal("unknown-code") }),
]);
export type NewPasswordAnswer = z.infer<typeof newPasswordAnswerSchema>;

/** `POST /me/password`: ends all other sessions of the person. */
export const changePasswordSchema = z.strictObject({ current: password, password });
export const passwordChangedSchema = z.discriminatedUnion("result", [
  z.object({ result: z.literal("changed") }),
  z.object({ result: z.literal("wrong-password") }),
  weak,
]);
export type PasswordChanged = z.infer<typeof passwordChangedSchema>;

const personId = z.string().min(1).max(64);

/** `GET /sessions`: one's own, or for the administrator those of a person. */
export const sessionsQuerySchema = z.strictObject({ person: personId.optional() });
export const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      /** In words, such as `Windows · Edge`; empty where the browser did not say. */
      device: z.string(),
      address: z.string(),
      openedAt: moment,
      usedAt: moment,
      /** The one that asks. */
      isThis: z.boolean(),
    }),
  ),
});
export type OpenSessions = z.infer<typeof sessionsSchema>;
export type OpenSession = OpenSessions["sessions"][number];

/** `POST /sessions/end`: one session, or all but the one that asks; of another person for the administrator alone. */
export const endSessionsSchema = z.strictObject({
  which: z.union([z.literal("others"), z.strictObject({ id: z.string().min(1).max(64) })]),
  person: personId.optional(),
});
export const sessionsEndedSchema = z.object({ ended: z.number().int() });
