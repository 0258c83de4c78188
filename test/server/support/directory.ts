import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from "jose";
import { permission, type EntraSettings } from "../../../server/identity/entra/entra-settings.ts";

export const tenant = "6f1a3b52-8c1d-4e8a-9f1b-0a2b3c4d5e6f";
export const otherTenant = "11111111-2222-4333-8444-555555555555";
export const client = "0c9b8a76-5f4e-4d3c-8b2a-190817263544";
export const maria = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** A provider of OpenID Connect as Microsoft Entra answers, on a port of its own, whose keys and answers a test decides on. */
export interface Directory {
  readonly settings: EntraSettings;
  /** The paths that were asked for, in order. */
  readonly asked: string[];
  key: SigningKey;
  /** Answers nothing but 503 while it is so. */
  isDown: boolean;
  /** The key that signs is another one from now on, and the one before is gone. */
  rotate(): Promise<SigningKey>;
  /** An access token for this service, with claims changed; those set to undefined are left out. */
  token(
    changed?: Readonly<Record<string, unknown>>,
    header?: { kid?: string; alg?: string },
  ): Promise<string>;
  stop(): Promise<void>;
}

export async function startDirectory(now: () => Date = () => new Date()): Promise<Directory> {
  const asked: string[] = [];
  const server = createServer((question, answer) => reply(question, answer));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const authority = `http://127.0.0.1:${port}`;
  const issuer = `${authority}/${tenant}/v2.0`;

  const directory: Directory = {
    settings: { tenant, client, authority },
    asked,
    key: await firstKey(),
    isDown: false,
    async rotate() {
      directory.key = await createSigningKey(`next-${asked.length}`);
      return directory.key;
    },
    token: (changed = {}, { kid = directory.key.kid } = {}) =>
      new SignJWT(withoutUndefined({ ...claimsAt(now(), issuer), ...changed }))
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid })
        .sign(directory.key.privateKey),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  function reply({ url = "" }: IncomingMessage, answer: ServerResponse): void {
    asked.push(url);
    const json = (body: unknown) => {
      answer.setHeader("content-type", "application/json");
      answer.end(JSON.stringify(body));
    };
    if (directory.isDown) answer.writeHead(503).end();
    else if (url === `/${tenant}/v2.0/.well-known/openid-configuration`)
      json({ issuer, jwks_uri: `${authority}/${tenant}/discovery/v2.0/keys` });
    else if (url === `/${tenant}/discovery/v2.0/keys`) json({ keys: [directory.key.publicJwk] });
    else answer.writeHead(404).end();
  }

  return directory;
}

/** Made once a process: it takes a while. */
let made: Promise<SigningKey> | undefined;
const firstKey = () => (made ??= createSigningKey("first"));

export async function createSigningKey(kid: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" };
  return { kid, privateKey, publicJwk };
}

const seconds = (at: Date) => Math.floor(at.getTime() / 1_000);

/** What an access token of version 2.0 says (learn.microsoft.com, "Access token claims reference"). */
export function claimsAt(now: Date, issuer: string): JWTPayload {
  return {
    iss: issuer,
    aud: client,
    iat: seconds(now),
    nbf: seconds(now),
    exp: seconds(now) + 4_500,
    azp: client,
    azpacr: "0",
    name: "María Ruiz Peña",
    preferred_username: "maria.ruiz@aseo.example",
    oid: maria,
    sub: "pairwise-subject-of-maria",
    tid: tenant,
    scp: permission,
    uti: "one-token",
    ver: "2.0",
  };
}

function withoutUndefined(claims: Readonly<Record<string, unknown>>): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}
