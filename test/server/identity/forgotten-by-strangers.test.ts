import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { databaseFile } from "../../../server/db/open-database.ts";
import { startCompany, type Colleague, type Company } from "../support/company.ts";
import { post } from "./entering.ts";
import { longCodeIn, openMailbox, type Mailbox } from "./mailbox.ts";

let mailbox: Mailbox;
let company: Company;
let ana: Colleague;
let now = new Date("2026-11-24T12:00:00Z");

beforeAll(async () => {
  mailbox = await openMailbox();
  company = await startCompany({ clock: () => now, mail: mailbox.settings, proxies: 1 });
  ana = await company.colleague("advisor", "Ana Asesora");
});
afterAll(async () => {
  await company.stop();
  await mailbox.close();
});

async function forget(email: string, address: string): Promise<unknown> {
  const response = await company.service.app.request("/api/auth/forgotten", {
    method: "POST",
    body: JSON.stringify({ email }),
    headers: { "content-type": "application/json", "x-forwarded-for": address },
  });
  return response.json();
}

const counted = async () => {
  const client = createClient({ url: `file:${databaseFile(company.folder)}`, concurrency: 1 });
  const { rows } = await client.execute("SELECT count(*) AS n FROM failed_attempts");
  client.close();
  return Number(rows[0]?.["n"]);
};

test("invented addresses write nothing, and are answered as any other", async () => {
  const before = await counted();
  const answers = [];
  for (let count = 0; count < 100; count += 1)
    answers.push(await forget(`nadie${count}@aseo.example`, "192.0.2.1"));
  expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set(['{"result":"sent"}']));
  await forget(ana.email, "192.0.2.9");
  await mailbox.next(ana.email);
  // Of all that were asked for only the one of an account counts, for its address and for the account.
  expect((await counted()) - before).toBe(2);
});

test("what a stranger asks for keeps nobody from their own letter, nor ends a code that was handed out", async () => {
  now = new Date(now.getTime() + 24 * 3_600_000);
  const bea = await company.colleague("quality", "Bea Calidad");
  const invited = await company.service.people.invitations.again(bea.id, null);
  if (invited.result !== "invited") throw new Error(invited.result);
  const invitation = invited.code ?? longCodeIn(await mailbox.next(bea.email));
  for (let count = 0; count < 5; count += 1) {
    await forget(bea.email, "192.0.2.7");
    if (count < 3) await mailbox.next(bea.email);
  }
  await forget(bea.email, "192.0.2.8");
  await mailbox.next(bea.email);
  const opened = await post(company, "/auth/new-password", {
    code: invitation,
    password: "luna roja con sal",
  });
  expect(opened.body).toMatchObject({ result: "signed-in" });
});
