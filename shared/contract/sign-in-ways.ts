import * as z from "zod";
import { signedInSchema } from "./sign-in.ts";

/** What the pane needs to ask Microsoft for a token: none of it is secret. */
export const entraWaySchema = z.object({
  /** The application that the company registered. */
  clientId: z.string(),
  tenant: z.string(),
  /** Where the company's people sign in, the tenant included. */
  authority: z.string(),
  /** The permission whose tokens the service takes. */
  scope: z.string(),
});
export type EntraWay = z.infer<typeof entraWaySchema>;

/** `GET /auth/ways`: how one signs in with this service. */
export const signInWaysSchema = z.object({
  password: z.literal(true),
  /** One-time codes by e-mail. */
  code: z.boolean(),
  /** The company's Microsoft accounts; null where they are not used. */
  entra: entraWaySchema.nullable(),
});
export type SignInWays = z.infer<typeof signInWaysSchema>;

/**
 * `POST /auth/sign-in/entra`: an access token of Microsoft Entra for this service, in exchange for a session. `device` is
 * what the browser keeps of an earlier sign-in.
 */
export const entraSignInSchema = z.strictObject({
  token: z.string().min(1).max(12_000),
  device: z.string().min(1).max(1_024).optional(),
});

/**
 * `waiting`: known by the company's directory, and not yet let in by the administrator. `refused`: the administrator said
 * no, or ended the account. Neither opens a session.
 */
export const entraSignInAnswerSchema = z.discriminatedUnion("result", [
  signedInSchema,
  z.object({ result: z.literal("waiting") }),
  z.object({ result: z.literal("refused") }),
]);
export type EntraSignInAnswer = z.infer<typeof entraSignInAnswerSchema>;
