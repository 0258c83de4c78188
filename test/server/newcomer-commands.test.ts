import { afterAll, beforeAll, expect, test } from "vitest";
import { obeyOfNewcomers } from "../../server/newcomer-commands.ts";
import { openDoor, type Door } from "./identity/entra/door.ts";
import { maria, otherTenant } from "./support/directory.ts";

const account = "maria.ruiz@aseo.example";

let door: Door;

beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.stop());

const obey = (act: string, ...words: readonly string[]) => obeyOfNewcomers(door.company.service, act, words);
const ask = async (oid = maria) => (await door.enter(await door.directory.token({ oid }))).result;

test("whoever runs the service refuses, reconsiders and approves by the account of Microsoft", async () => {
  expect(await obey("approve", account, "advisor")).toMatchObject({ ok: false });
  expect(await ask()).toBe("waiting");
  expect(await obey("reject", account)).toMatchObject({ ok: true });
  expect(await ask()).toBe("refused");
  expect(await obey("reconsider", account)).toMatchObject({ ok: true });
  expect(await obey("reconsider", account)).toMatchObject({ ok: false });
  expect(await ask()).toBe("waiting");
  expect(await obey("approve", account, "jefe")).toMatchObject({ ok: false });
  expect(await obey("approve", account.toUpperCase(), "advisor")).toMatchObject({ ok: true });
  expect(await ask()).toBe("signed-in");
});

test("nobody is guessed where two wait under one address", async () => {
  const [first, second] = ["1", "2"].map((digit) => digit.repeat(8) + otherTenant.slice(8));
  await ask(first);
  await ask(second);
  expect(await obey("approve", account, "admin")).toMatchObject({ ok: false });
  expect(await door.waiting()).toHaveLength(2);
});

test("what is said of nobody who waits is another command", async () => {
  expect(await obey("list")).toBeUndefined();
  expect(await obey("approve", account)).toBeUndefined();
});
