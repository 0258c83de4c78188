import { errors, jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { issuerOf, permission, type EntraSettings } from "./entra-settings.ts";

/** Somebody of the company's directory, as it says itself. Only `tenant` and `object` say who they are. */
export interface EntraPerson {
  readonly tenant: string;
  readonly object: string;
  /** For people to read: both change, and belong to somebody else one day. */
  readonly name: string | undefined;
  readonly account: string | undefined;
}

/** Seconds by which two clocks may differ. */
const clockTolerance = 60;
/** Seconds for which a token of the directory can be exchanged, whatever life the directory gives it. */
const oldestToken = 2 * 60 * 60;

const lowered = z.uuid().toLowerCase();
const claimsSchema = z.object({
  tid: lowered,
  oid: lowered,
  /** The application that asked for the token. */
  azp: lowered,
  /** Permissions that the person gave, by spaces. Tokens of programs and ID tokens have none. */
  scp: z.string(),
  ver: z.literal("2.0"),
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
});

/**
 * Judges an access token of version 2.0 by learn.microsoft.com, "Access tokens": signed with RS256 by a key of the
 * directory, issued by it, for this application, asked for by this application, of a person, in force. Undefined where
 * any of it does not hold; throws what `keyOf` throws where the keys cannot be read.
 */
export async function checkToken(
  token: string,
  keyOf: JWTVerifyGetKey,
  settings: EntraSettings,
  now: Date,
): Promise<EntraPerson | undefined> {
  const claims = await verifiedClaims(token, keyOf, settings, now);
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return undefined;
  const { tid, oid, azp, scp, name, preferred_username: account } = parsed.data;
  if (tid !== settings.tenant || azp !== settings.client) return undefined;
  if (!scp.split(" ").includes(permission)) return undefined;
  return { tenant: tid, object: oid, name, account };
}

async function verifiedClaims(
  token: string,
  keyOf: JWTVerifyGetKey,
  settings: EntraSettings,
  now: Date,
): Promise<unknown> {
  try {
    const { payload } = await jwtVerify(token, keyOf, {
      // Only this one: a public key taken for a shared secret, and "none", are other algorithms.
      algorithms: ["RS256"],
      issuer: issuerOf(settings),
      audience: settings.client,
      clockTolerance,
      maxTokenAge: oldestToken,
      requiredClaims: ["exp", "nbf", "iat"],
      currentDate: now,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
