import { base64url, CompactSign, exportSPKI, importJWK, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimsAt, createSigningKey, otherTenant, tenant } from "../../support/directory.ts";
import { now, openDoor, pass, stopClock, type Door } from "./door.ts";

let door: Door;

describe("the token", () => {
  // Tokens change nothing: one service judges them all.
  beforeAll(async () => {
    door = await openDoor();
    await door.approveMaria();
  });
  afterAll(() => door.stop());
  beforeEach(stopClock);

  test("of the company's directory for this service opens one of our own sessions", async () => {
    const { status, result, access } = await door.enter(await door.directory.token());
    expect([status, result]).toEqual([200, "signed-in"]);
    const shown = { name: "María Ruiz Peña", role: "advisor", email: "maria.ruiz@aseo.example" };
    expect((await door.me(access)).person).toMatchObject(shown);
  });

  const refused: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    "is for another application": { aud: "99999999-5f4e-4d3c-8b2a-190817263544" },
    "is for several applications but ours": { aud: ["https://graph.microsoft.com", "api://another"] },
    "was issued by another issuer": { iss: `https://login.microsoftonline.com/${tenant}/v2.0` },
    "is of another company's directory by its issuer": { iss: `https://sts.windows.net/${otherTenant}/` },
    "is of another company's directory by its tenant": { tid: otherTenant },
    "is of the issuer of every directory": { iss: "https://login.microsoftonline.com/common/v2.0" },
    "is of version 1.0": { ver: "1.0" },
    "was asked for by another application": { azp: "99999999-5f4e-4d3c-8b2a-190817263544" },
    "carries another permission": { scp: "User.Read profile" },
    "carries a permission that only begins like ours": { scp: "access_as_user_and_more" },
    "is an ID token, without permissions": { scp: undefined },
    "is of a program and not of a person": { scp: undefined, roles: ["access_as_user"], idtyp: "app" },
    "names nobody": { oid: undefined },
    "names somebody by what is no id": { oid: "maria.ruiz@aseo.example" },
    "says no directory": { tid: undefined },
    "says no end": { exp: undefined },
    "says no beginning": { nbf: undefined },
    "says not when it was issued": { iat: undefined },
    "says its end as a text": { exp: "tomorrow" },
  };
  test.each(Object.entries(refused))("that %s is refused", async (_, changed) => {
    expect((await door.enter(await door.directory.token(changed))).status).toBe(401);
  });

  test("expires, but for the minute by which clocks differ", async () => {
    const token = await door.directory.token({ exp: now() + 600 });
    pass(600 + 59);
    expect((await door.enter(token)).result).toBe("signed-in");
    pass(2);
    expect((await door.enter(token)).status).toBe(401);
  });

  test("is not yet valid, but for the minute by which clocks differ", async () => {
    expect((await door.enter(await door.directory.token({ nbf: now() + 59 }))).result).toBe("signed-in");
    expect((await door.enter(await door.directory.token({ nbf: now() + 62 }))).status).toBe(401);
    expect((await door.enter(await door.directory.token({ iat: now() + 3_600 }))).status).toBe(401);
  });

  test("may be shown again while it is young, and never two hours after it was issued", async () => {
    const token = await door.directory.token({ exp: now() + 86_400 });
    expect((await door.enter(token)).result).toBe("signed-in");
    pass(7_200);
    expect((await door.enter(token)).result).toBe("signed-in");
    pass(62);
    expect((await door.enter(token)).status).toBe(401);
  });

  test("signed by nothing is refused", async () => {
    const claims = claimsAt(new Date(), `${door.directory.settings.authority}/${tenant}/v2.0`);
    const part = (value: unknown) => base64url.encode(JSON.stringify(value));
    for (const alg of ["none", "None", "NONE"])
      expect(
        (await door.enter(`${part({ alg, typ: "JWT", kid: door.directory.key.kid })}.${part(claims)}.`))
          .status,
      ).toBe(401);
  });

  test("signed with the public key as if it were a shared secret is refused", async () => {
    const claims = claimsAt(new Date(), `${door.directory.settings.authority}/${tenant}/v2.0`);
    const publicKey = await importJWK(door.directory.key.publicJwk, "RS256", { extractable: true });
    const spki = await exportSPKI(publicKey as CryptoKey);
    for (const secret of [spki, door.directory.key.publicJwk.n ?? ""]) {
      const forged = await new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256", typ: "JWT", kid: door.directory.key.kid })
        .sign(new TextEncoder().encode(secret));
      expect((await door.enter(forged)).status).toBe(401);
    }
  });

  test("signed by a stranger's key under the directory's key id, or that brings its own key, is refused", async () => {
    const stranger = await createSigningKey(door.directory.key.kid);
    const claims = JSON.stringify(
      claimsAt(new Date(), `${door.directory.settings.authority}/${tenant}/v2.0`),
    );
    for (const more of [{}, { jwk: stranger.publicJwk }, { jku: "http://127.0.0.1:1/keys" }]) {
      const forged = await new CompactSign(new TextEncoder().encode(claims))
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: door.directory.key.kid, ...more })
        .sign(stranger.privateKey);
      expect((await door.enter(forged)).status).toBe(401);
    }
  });

  test("whose words were changed after it was signed is refused", async () => {
    const [header, payload, signature] = (await door.directory.token()).split(".");
    const claims = JSON.parse(new TextDecoder().decode(base64url.decode(payload ?? ""))) as object;
    const changed = base64url.encode(JSON.stringify({ ...claims, oid: otherTenant }));
    expect((await door.enter(`${header}.${changed}.${signature}`)).status).toBe(401);
    expect((await door.enter("no-token")).status).toBe(401);
    expect((await door.enter("a.b.c")).status).toBe(401);
  });
});
