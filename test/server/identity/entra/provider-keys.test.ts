import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startCompany } from "../../support/company.ts";
import { otherTenant } from "../../support/directory.ts";
import { enterBy, openDoor, pass, type Door } from "./door.ts";

let door: Door;

describe("the directory's keys", () => {
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.stop());
  const keysAsked = () => door.directory.asked.filter((path) => path.endsWith("/keys")).length;

  test("are asked for at the first sign-in and kept", async () => {
    expect(door.directory.asked).toEqual([]);
    for (let time = 0; time < 5; time += 1) await door.enter(await door.directory.token());
    expect([door.directory.asked.length, keysAsked()]).toEqual([2, 1]);
  });

  test("may change: the new one is found, and the old one opens nothing any more", async () => {
    const old = await door.directory.token();
    expect((await door.enter(old)).result).toBe("waiting");
    await door.directory.rotate();
    pass(31);
    expect((await door.enter(await door.directory.token())).result).toBe("waiting");
    expect((await door.enter(old)).status).toBe(401);
  });

  test("are asked for at most every half minute, however many tokens name keys that are not there", async () => {
    await door.enter(await door.directory.token());
    for (let minute = 0; minute < 3; minute += 1) {
      const flood = Array.from({ length: 40 }, async (_, n) =>
        door.enter(await door.directory.token({}, { kid: `unknown-${minute}-${n}` })),
      );
      expect(new Set((await Promise.all(flood)).map(({ status }) => status))).toEqual(new Set([401]));
      pass(31);
    }
    expect(keysAsked()).toBeLessThanOrEqual(1 + 2);
  });

  test("that cannot be read leave local accounts as they are, and are asked for again after half a minute", async () => {
    door.directory.isDown = true;
    const token = await door.directory.token();
    for (let time = 0; time < 20; time += 1) expect((await door.enter(token)).status).toBe(503);
    expect(door.directory.asked.length).toBe(1);
    const colleague = await door.company.colleague("director");
    expect((await door.me(colleague.token)).status).toBe(200);
    door.directory.isDown = false;
    pass(31);
    expect((await door.enter(await door.directory.token())).result).toBe("waiting");
  });

  test("are not taken from a directory that names itself otherwise", async () => {
    const other = await startCompany({ entra: { ...door.directory.settings, tenant: otherTenant } });
    const token = await door.directory.token({ tid: otherTenant });
    expect((await enterBy(other, token)).status).toBe(503);
    await other.stop();
  });
});
