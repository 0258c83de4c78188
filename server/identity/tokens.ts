import { hkdfSync } from "node:crypto";
import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";

/** Seconds for which an access token opens anything. */
export const accessSeconds = 15 * 60;

/** Which session a token is of, and with which of its refresh tokens it came, counted from 1. */
export interface SessionClaim {
  readonly session: string;
  readonly generation: number;
}

/** A browser that somebody signed in from before. */
export interface DeviceClaim {
  readonly person: string;
  readonly device: string;
}

/** Signs tokens and reads them back; undefined for whatever this service did not sign for that use. */
export interface Tokens {
  access(claim: SessionClaim, at: Date): Promise<string>;
  readAccess(token: string, at: Date): Promise<SessionClaim | undefined>;
  /** Of an access token that may have expired, for what began while it was in force. */
  readOldAccess(token: string): Promise<SessionClaim | undefined>;
  /** The same claim gives the same token, so that an answer that was lost can be given again. */
  refresh(claim: SessionClaim): Promise<string>;
  readRefresh(token: string): Promise<SessionClaim | undefined>;
  device(claim: DeviceClaim): Promise<string>;
  readDevice(token: string): Promise<DeviceClaim | undefined>;
}

type Use = "access" | "refresh" | "device";

const sessionSchema = z.object({ session: z.string(), generation: z.number().int().min(1) });
const deviceSchema = z.object({ person: z.string(), device: z.string() });
/** Before any token was signed: nothing has expired then. */
const beforeAll = new Date(0);

export function createTokens(secret: string): Tokens {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "ventas-al-dia tokens", 32));
  const sign = (use: Use, claim: SessionClaim | DeviceClaim, until?: Date) => {
    const token = new SignJWT({ ...claim }).setProtectedHeader({ alg: "HS256" }).setAudience(use);
    return (until ? token.setExpirationTime(until) : token).sign(key);
  };
  const read = async <T>(use: Use, token: string, schema: z.ZodType<T>, at: Date) => {
    const options = { algorithms: ["HS256"], audience: use, currentDate: at };
    const verified = await jwtVerify(token, key, options).catch(onlyJose);
    const parsed = schema.safeParse(verified?.payload);
    return parsed.success ? parsed.data : undefined;
  };
  return {
    access: (claim, at) => sign("access", claim, new Date(at.getTime() + accessSeconds * 1_000)),
    readAccess: (token, at) => read("access", token, sessionSchema, at),
    readOldAccess: (token) => read("access", token, sessionSchema, beforeAll),
    refresh: (claim) => sign("refresh", claim),
    readRefresh: (token) => read("refresh", token, sessionSchema, beforeAll),
    device: (claim) => sign("device", claim),
    readDevice: (token) => read("device", token, deviceSchema, beforeAll),
  };
}

/** Forged, damaged and expired tokens are data; anything else is a bug. */
function onlyJose(error: unknown): undefined {
  if (error instanceof errors.JOSEError) return undefined;
  throw error;
}
