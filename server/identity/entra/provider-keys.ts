import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { issuerOf, type EntraSettings } from "./entra-settings.ts";

/** Microsoft could not be asked for its keys: nobody's token can be judged now. */
export class ProviderUnavailable extends Error {
  override readonly name = "ProviderUnavailable";
}

/** Milliseconds. A key that Microsoft withdraws is trusted no longer than `keysLast`. */
const patience = 5_000;
const keysLast = 60 * 60 * 1_000;
/** How long neither an unknown key nor a failure makes the service ask again, so that forged tokens do not make it hammer. */
const rest = 30_000;

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });

/**
 * The keys that sign the directory's tokens, by the directory's OpenID metadata. They are asked for at the first sign-in
 * and kept; a key that is not among them makes one more request, at most every half minute. Nothing is asked at the
 * start of the service, which serves local accounts whatever happens here. Throws `ProviderUnavailable`.
 */
export function createProviderKeys(settings: EntraSettings): JWTVerifyGetKey {
  const ask = restAfterFailure(fetch);
  let keys: Promise<JWTVerifyGetKey> | undefined;
  const known = () => {
    keys ??= findKeys(settings, ask).catch((error: unknown) => {
      keys = undefined;
      throw error;
    });
    return keys;
  };
  return async (header, token) => {
    try {
      return await (
        await known()
      )(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      throw new ProviderUnavailable("the directory's keys could not be read", { cause: error });
    }
  };
}

/** The key was looked for in what the directory said, and the token names none of them. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}

async function findKeys(settings: EntraSettings, ask: typeof fetch): Promise<JWTVerifyGetKey> {
  const issuer = issuerOf(settings);
  const response = await ask(`${issuer}/.well-known/openid-configuration`, {
    redirect: "error",
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`the directory's metadata answers ${response.status}`);
  const metadata = metadataSchema.parse(await response.json());
  if (metadata.issuer !== issuer) throw new Error(`the metadata is of another issuer, ${metadata.issuer}`);
  return createRemoteJWKSet(new URL(metadata.jwks_uri), {
    timeoutDuration: patience,
    cooldownDuration: rest,
    cacheMaxAge: keysLast,
    [customFetch]: ask,
  });
}

/** A directory that does not answer is left alone for a while, however many people try to sign in. */
function restAfterFailure(ask: typeof fetch): typeof fetch {
  let restsUntil = 0;
  return async (...question) => {
    if (Date.now() < restsUntil) throw new Error("the directory did not answer a moment ago");
    try {
      const response = await ask(...question);
      if (!response.ok) restsUntil = Date.now() + rest;
      return response;
    } catch (error) {
      restsUntil = Date.now() + rest;
      throw error;
    }
  };
}
