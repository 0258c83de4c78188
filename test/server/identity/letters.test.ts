import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invitedSchema } from "../../../shared/contract/invitations.ts";
import { signedInSchema, signInAnswerSchema } from "../../../shared/contract/sign-in.ts";
import { password, startCompany, type Colleague, type Company } from "../support/company.ts";
import { post, statusOf } from "./entering.ts";
import { digitsIn, longCodeIn, openMailbox, type Mailbox } from "./mailbox.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
let now = new Date("2026-11-24T12:00:00Z");
const pass = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

let mailbox: Mailbox;
let company: Company;
let admin: Colleague;
let adminToken: string;
const chosen = "luna roja con sal";

beforeAll(async () => {
  mailbox = await openMailbox();
  company = await startCompany({ clock: () => now, mail: mailbox.settings });
  admin = await company.colleague("admin", "Alba Administra");
});
afterAll(async () => {
  await company.stop();
  await mailbox.close();
});
beforeEach(async () => {
  pass(3 * day);
  const body = { email: admin.email, password };
  adminToken = signedInSchema.parse((await post(company, "/auth/sign-in/email", body)).body).access;
});

let people = 0;
async function invite() {
  people += 1;
  const email = `nueva${people}@aseo.example`;
  const body = { name: `Nueva Persona ${people}`, email, role: "advisor" };
  const invited = invitedSchema.parse((await post(company, "/people/invite", body, adminToken)).body);
  if (invited.result !== "invited") throw new Error(invited.result);
  return { ...invited, email };
}
const setPassword = (code: string, typed = chosen) =>
  post(company, "/auth/new-password", { code, password: typed });

describe("an invitation", () => {
  test("reaches the person alone, opens once, and lets them choose their password", async () => {
    const { email, code: told } = await invite();
    expect(told).toBeNull();
    const code = longCodeIn(await mailbox.next(email));
    expect((await post(company, "/auth/sign-in/email", { email, password: chosen })).status).toBe(401);
    expect((await setPassword(code, "corta")).body).toEqual({ result: "weak", why: "short" });
    expect((await setPassword(code, "nueva persona 2026")).body).toEqual({
      result: "weak",
      why: "guessable",
    });
    const opened = signedInSchema.parse(
      (await setPassword(` ${code.toLowerCase().replaceAll("-", " ")} `)).body,
    );
    expect(await statusOf(company, opened.access)).toBe(200);
    expect((await post(company, "/auth/sign-in/email", { email, password: chosen })).status).toBe(200);
    expect((await setPassword(code)).body).toEqual({ result: "unknown-code" });
  });

  test("opens for one of two who use it at once", async () => {
    const { email } = await invite();
    const code = longCodeIn(await mailbox.next(email));
    const answers = await Promise.all([setPassword(code), setPassword(code, "mar verde sin pan")]);
    const results = answers.map(({ body }) => (body as { result: string }).result);
    expect(results.toSorted()).toEqual(["signed-in", "unknown-code"]);
  });

  test("opens nothing after a week, once another was made, once it was withdrawn, and once the person left", async () => {
    const late = await invite();
    const lateCode = longCodeIn(await mailbox.next(late.email));
    const other = await invite();
    const first = longCodeIn(await mailbox.next(other.email));
    await post(company, "/people/invite/again", { person: other.person }, adminToken);
    const second = longCodeIn(await mailbox.next(other.email));
    expect((await setPassword(first)).body).toEqual({ result: "unknown-code" });
    await company.service.people.invitations.withdraw(other.person, admin.id);
    expect((await setPassword(second)).body).toEqual({ result: "unknown-code" });
    const left = await invite();
    await company.service.people.deactivate(left.person, admin.id);
    expect((await setPassword(longCodeIn(await mailbox.next(left.email)))).body).toEqual({
      result: "unknown-code",
    });
    pass(7 * day + minute);
    expect((await setPassword(lateCode)).body).toEqual({ result: "unknown-code" });
  });

  test("is handed over by the administrator where the mail server takes no letter", async () => {
    mailbox.refuse(true);
    const { code } = await invite();
    mailbox.refuse(false);
    expect(signedInSchema.safeParse((await setPassword(code ?? "")).body).success).toBe(true);
  });

  test("is the administrator's to give", async () => {
    const director = await company.colleague("director");
    pass(0);
    const body = { name: "Otra Persona", email: "otra@aseo.example", role: "admin" };
    const token = signedInSchema.parse(
      (await post(company, "/auth/sign-in/email", { email: director.email, password })).body,
    ).access;
    for (const path of ["", "/again", "/withdraw"])
      expect(
        (await post(company, `/people/invite${path}`, { ...body, person: admin.id }, token)).status,
      ).toBe(403);
  });

  test("guessed at makes the address wait", async () => {
    const statuses = [];
    for (let count = 0; count < 42; count += 1) statuses.push((await setPassword("AAAA-BBBB")).status);
    expect(statuses.slice(0, 40).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe("a forgotten password", () => {
  test("is set anew by a letter; whatever was open ends, and whoever asks learns nothing", async () => {
    const ana = await company.colleague("advisor", "Ana Asesora");
    const before = signedInSchema.parse(
      (await post(company, "/auth/sign-in/email", { email: ana.email, password })).body,
    );
    const asked = await post(company, "/auth/forgotten", { email: ana.email.toUpperCase() });
    const nobody = await post(company, "/auth/forgotten", { email: "nadie@aseo.example" });
    expect([asked.status, asked.body]).toEqual([nobody.status, nobody.body]);
    const code = longCodeIn(await mailbox.next(ana.email));
    expect((await setPassword(code)).status).toBe(200);
    expect(await statusOf(company, before.access)).toBe(401);
    expect((await post(company, "/auth/sign-in/email", { email: ana.email, password })).status).toBe(401);
    expect(mailbox.letters.some(({ to }) => to === "nadie@aseo.example")).toBe(false);
  });

  test("is told three times in an hour at most, and its code holds for half an hour", async () => {
    const person = await company.colleague("quality", "Quintín Calidad");
    const forget = (email: string) => post(company, "/auth/forgotten", { email });
    let code = "";
    for (let count = 0; count < 3; count += 1) {
      await forget(person.email);
      code = longCodeIn(await mailbox.next(person.email));
    }
    await forget(person.email);
    // What is asked for later arrives, so that none is still on its way.
    await forget(admin.email);
    await mailbox.next(admin.email);
    expect(mailbox.letters.filter(({ to }) => to === person.email)).toHaveLength(3);
    pass(31 * minute);
    expect((await setPassword(code)).body).toEqual({ result: "unknown-code" });
  });
});

describe("a code by e-mail, where the company asks for one", () => {
  let asking: Company;
  let person: Colleague["email"];
  beforeAll(async () => {
    asking = await startCompany({ clock: () => now, mail: mailbox.settings, asksCode: true });
    const created = await asking.service.people.create({
      name: "Carlos Ruiz",
      email: "carlos@aseo.example",
      role: "director",
      password,
    });
    if (!created.ok) throw new Error(created.code);
    person = created.person.email;
  });
  afterAll(() => asking.stop());

  const begin = async () => {
    const answer = signInAnswerSchema.parse(
      (await post(asking, "/auth/sign-in/email", { email: person, password })).body,
    );
    if (answer.result !== "code-needed") throw new Error(answer.result);
    return { challenge: answer.challenge, sentTo: answer.sentTo, code: digitsIn(await mailbox.next(person)) };
  };
  const give = (challenge: string, code: string) => post(asking, "/auth/sign-in/code", { challenge, code });
  const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

  test("is asked for after the right password, opens once, and is veiled in the answer", async () => {
    const { challenge, sentTo, code } = await begin();
    expect(sentTo).toBe("c•••@aseo.example");
    const { access } = signedInSchema.parse((await give(challenge, code)).body);
    expect(await statusOf(asking, access)).toBe(200);
    expect((await give(challenge, code)).body).toEqual({ result: "expired" });
  });

  test("is taken five times at most, all at once too, and for ten minutes", async () => {
    const first = await begin();
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => give(first.challenge, wrong(first.code))),
    );
    expect(answers.filter(({ body }) => (body as { result: string }).result === "wrong-code")).toHaveLength(
      5,
    );
    expect((await give(first.challenge, first.code)).body).toEqual({ result: "expired" });
    const second = await begin();
    const told = (await give(second.challenge, wrong(second.code))).body;
    expect(told, "says nothing else, such as who it is").toEqual({ result: "wrong-code", left: 4 });
    pass(10 * minute + 1_000);
    expect((await give(second.challenge, second.code)).body).toEqual({ result: "expired" });
  });

  test("is sent again twice, and the one before is right no more", async () => {
    const { challenge, code } = await begin();
    const again = () => post(asking, "/auth/sign-in/code/again", { challenge });
    expect((await again()).body).toEqual({ result: "sent" });
    const next = digitsIn(await mailbox.next(person));
    if (next !== code) expect((await give(challenge, code)).body).toMatchObject({ result: "wrong-code" });
    expect((await again()).body).toEqual({ result: "sent" });
    expect((await again()).body).toEqual({ result: "expired" });
    const last = digitsIn(await mailbox.next(person));
    expect(signedInSchema.safeParse((await give(challenge, last)).body).success).toBe(true);
  });

  test("that was asked for with the password before opens nothing once it was changed", async () => {
    const first = await begin();
    const { access } = signedInSchema.parse((await give(first.challenge, first.code)).body);
    const { challenge, code } = await begin();
    const change = (current: string, wanted: string) =>
      post(asking, "/me/password", { current, password: wanted }, access);
    expect((await change(password, chosen)).body).toEqual({ result: "changed" });
    expect((await give(challenge, code)).body).toEqual({ result: "expired" });
    expect((await change(chosen, password)).body).toEqual({ result: "changed" });
  });

  test("that is never given counts as an attempt: a known password alone sends no letters without end", async () => {
    for (let count = 0; count < 5; count += 1) await begin();
    expect((await post(asking, "/auth/sign-in/email", { email: person, password })).status).toBe(429);
  });

  test("is no way in where it cannot be sent", async () => {
    mailbox.refuse(true);
    expect((await post(asking, "/auth/sign-in/email", { email: person, password })).status).toBe(503);
    mailbox.refuse(false);
  });
});
