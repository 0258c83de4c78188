import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonAct, Staff } from "../../../shared/contract/people.ts";
import { openDoor, type Door } from "../identity/entra/door.ts";
import { maria, otherTenant } from "../support/directory.ts";
import type { Colleague } from "../support/company.ts";
import { databaseOf } from "../support/runs.ts";

let door: Door;
let admin: Colleague;
beforeAll(async () => {
  door = await openDoor();
  admin = await door.company.colleague("admin");
});
afterAll(() => door.stop());

const address = "maria.ruiz@aseo.example";

const enter = async (oid = maria) => (await door.enter(await door.directory.token({ oid }))).result;
const refused = async () => (await admin.get<Staff>("/people")).refused;
const act = async (path: string, body: object, who = admin) =>
  ((await (await who.post(`/people/${path}`, body)).json()) as PersonAct).result;
const rejectAll = async () => {
  for (const { id } of await door.waiting())
    expect(await act("waiting", { person: id, decision: { is: "rejected" } })).toBe("done");
};

test("an account that was refused is listed, and asks again once the administrator reconsiders", async () => {
  expect(await refused()).toEqual([]);
  expect(await enter()).toBe("waiting");
  await rejectAll();
  expect(await enter()).toBe("refused");
  expect(await refused()).toEqual([{ account: address, at: new Date().toISOString() }]);
  expect(await act("reconsider", { account: address.toUpperCase() })).toBe("done");
  expect(await refused()).toEqual([]);
  expect(await act("reconsider", { account: address })).toBe("stale");
  expect(await enter()).toBe("waiting");
});

test("who reconsidered is kept in the audit, without the address", async () => {
  const client = createClient({ url: `file:${databaseOf(door.company.folder)}` });
  const { rows } = await client.execute(
    "SELECT \"by\", about, details FROM audit_events WHERE kind = 'reconsidered'",
  );
  client.close();
  expect(rows).toMatchObject([{ by: admin.id, about: null, details: JSON.stringify({ accounts: [maria] }) }]);
});

test("an address that two accounts show is listed once, and both may ask again", async () => {
  await enter(otherTenant);
  await rejectAll();
  expect((await refused()).map(({ account }) => account)).toEqual([address]);
  expect(await act("reconsider", { account: address })).toBe("done");
  expect([await enter(), await enter(otherTenant)]).toEqual(["waiting", "waiting"]);
});

test("nobody but the administrator reconsiders", async () => {
  const director = await door.company.colleague("director");
  expect((await director.post("/people/reconsider", { account: address })).status).toBe(403);
});
