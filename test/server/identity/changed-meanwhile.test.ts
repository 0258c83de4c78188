import { createClient } from "@libsql/client";
import { pino } from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { openDatabase } from "../../../server/db/open-database.ts";
import { createSessions } from "../../../server/identity/sessions.ts";
import { createTokens } from "../../../server/identity/tokens.ts";
import { password, startCompany, type Company } from "../support/company.ts";
import { databaseOf } from "../support/runs.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { enter, post } from "./entering.ts";
import { openMailbox } from "./mailbox.ts";

const email = "ana@aseo.example";
const chosen = "luna roja con sal";
/** Long enough for much to happen while a password is compared with its hash. */
const slow = { logN: 16, r: 8, p: 1 };

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

interface Scene {
  readonly company: Company;
  readonly person: string;
}

/** A company in which the hash of Ana's password takes long to judge, and new ones do not. */
async function begin(options: Parameters<typeof startCompany>[0] = {}): Promise<Scene> {
  const folder = temporaryFolder();
  const before = await startCompany({ folder, passwordCost: slow });
  const created = await before.service.people.create({
    name: "Ana Asesora",
    email,
    role: "advisor",
    password,
  });
  await before.stop();
  if (!created.ok) throw new Error(created.code);
  const company = await startCompany({ folder, ...options });
  ends.push(() => company.stop());
  return { company, person: created.person.id };
}

async function countOf({ company }: Scene, table: string): Promise<number> {
  const client = createClient({ url: `file:${databaseOf(company.folder)}` });
  const { rows } = await client.execute(`SELECT count(*) AS rows FROM ${table}`);
  client.close();
  return Number(rows[0]?.["rows"]);
}

/** Signs Ana in, and does something else while her password is being judged. */
async function enterWhile(scene: Scene, meanwhile: () => Promise<unknown>) {
  let isAnswered = false;
  const entering = post(scene.company, "/auth/sign-in/email", { email, password }).finally(() => {
    isAnswered = true;
  });
  await expect
    .poll(() => countOf(scene, "failed_attempts"), { interval: 2, timeout: 20_000 })
    .toBeGreaterThan(0);
  await meanwhile();
  expect(isAnswered, "the password was still being judged").toBe(false);
  return entering;
}

describe("signing in while it is judged", () => {
  test("opens nothing where the account is ended meanwhile, also once it is begun again", async () => {
    const scene = await begin();
    const { people } = scene.company.service;
    const { status } = await enterWhile(scene, () => people.deactivate(scene.person, null));
    expect(status).toBe(401);
    await people.reactivate(scene.person, null);
    expect(await countOf(scene, "sessions")).toBe(0);
  });

  test("opens nothing where the password is replaced meanwhile, and leaves the new one as it is", async () => {
    const scene = await begin();
    const { people } = scene.company.service;
    const { status } = await enterWhile(scene, () => people.setPassword(email, chosen));
    expect(status).toBe(401);
    expect(await countOf(scene, "sessions")).toBe(0);
    expect((await enter(scene.company, email, chosen)).result).toBe("signed-in");
  });

  test("sends no code where the password is replaced meanwhile", async () => {
    const mailbox = await openMailbox();
    ends.push(() => mailbox.close());
    const scene = await begin({ mail: mailbox.settings, asksCode: true });
    const { people } = scene.company.service;
    const { status } = await enterWhile(scene, () => people.setPassword(email, chosen));
    expect(status).toBe(401);
    expect(await countOf(scene, "code_challenges")).toBe(0);
    expect(mailbox.letters).toHaveLength(0);
  });

  test("opens for both panes that sign in at once, though one of them renews the hash", async () => {
    const { company } = await begin();
    const opened = await Promise.all([enter(company, email), enter(company, email)]);
    expect(opened.map(({ result }) => result)).toEqual(["signed-in", "signed-in"]);
  });
});

test("a session is opened for nobody who is active no more, whoever named them", async () => {
  const { company, person } = await begin();
  await company.service.people.deactivate(person, null);
  await ends.pop()?.();
  const database = await openDatabase({
    place: { folder: company.folder },
    log: pino({ level: "silent" }),
    onFatal: (error) => expect.unreachable(error.message),
  });
  ends.push(() => database.close());
  const sessions = createSessions({ database, tokens: createTokens("s".repeat(40)), now: () => new Date() });
  const entrance = { how: "entra", device: "", address: "local" } as const;
  expect(await sessions.open({ person }, entrance)).toBeUndefined();
});
