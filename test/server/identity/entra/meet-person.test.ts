import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startCompany, type Company } from "../../support/company.ts";
import { client, maria, otherTenant, tenant } from "../../support/directory.ts";
import { enterBy, openDoor, type Door } from "./door.ts";

let door: Door;

describe("somebody whom the directory names", () => {
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.stop());

  test("waits at first, gets no session, and is nobody whom rows could name", async () => {
    expect(await door.enter(await door.directory.token())).toEqual({ status: 200, result: "waiting" });
    expect(await door.enter(await door.directory.token())).toEqual({ status: 200, result: "waiting" });
    expect((await door.waiting()).map(({ name }) => name)).toEqual(["María Ruiz Peña"]);
    expect(await door.company.service.people.list()).toEqual([]);
    expect([...(await door.company.service.newcomers.accounts()).values()]).toEqual([
      "maria.ruiz@aseo.example",
    ]);
  });

  test("is made once, though two panes ask at the same moment", async () => {
    const token = await door.directory.token();
    const answers = await Promise.all([door.enter(token), door.enter(token), door.enter(token)]);
    expect(answers.map(({ result }) => result)).toEqual(["waiting", "waiting", "waiting"]);
    expect(await door.waiting()).toHaveLength(1);
  });

  test("is known by directory and object, never by e-mail: a colleague's address opens nothing of theirs", async () => {
    const colleague = await door.company.colleague("director", "María Ruiz Peña");
    const token = await door.directory.token({ preferred_username: colleague.email, email: colleague.email });
    expect((await door.enter(token)).result).toBe("waiting");
    const [person] = await door.waiting();
    expect(person?.id).not.toBe(colleague.id);
    expect(person?.name).toBe(`María Ruiz Peña (${colleague.email})`);
    expect(person?.email).not.toContain("aseo.example");
  });

  test("stays the same person when the directory changes their address and name", async () => {
    const id = await door.approveMaria();
    const { access } = await door.enter(
      await door.directory.token({ preferred_username: "otra@aseo.example", name: "Otra" }),
    );
    const { person } = await door.me(access);
    expect(person).toMatchObject({ id, name: "María Ruiz Peña" });
    expect([...(await door.company.service.newcomers.accounts()).values()]).toEqual(["otra@aseo.example"]);
  });

  test("who inherits somebody's address is another person", async () => {
    await door.approveMaria();
    expect((await door.enter(await door.directory.token({ oid: otherTenant }))).result).toBe("waiting");
  });

  test("may be refused, and asks again once the administrator reconsiders", async () => {
    await door.enter(await door.directory.token());
    const [person] = await door.waiting();
    const { newcomers } = door.company.service;
    expect(await newcomers.reject(person?.id ?? "", null)).toBe("done");
    expect(await door.enter(await door.directory.token())).toEqual({ status: 200, result: "refused" });
    expect(await door.waiting()).toEqual([]);
    expect(await newcomers.reconsider("Maria.Ruiz@aseo.example", null)).toBe("done");
    expect((await door.enter(await door.directory.token())).result).toBe("waiting");
  });

  test("who left is told so, and their open sessions end", async () => {
    const id = await door.approveMaria();
    const { access } = await door.enter(await door.directory.token());
    await door.company.service.people.deactivate(id, null);
    expect((await door.me(access)).status).toBe(401);
    expect(await door.enter(await door.directory.token())).toEqual({ status: 200, result: "refused" });
  });

  test("is linked by the administrator to the account that the company has already", async () => {
    const colleague = await door.company.colleague("quality");
    await door.enter(await door.directory.token());
    const [person] = await door.waiting();
    const { newcomers } = door.company.service;
    expect(await newcomers.link(person?.id ?? "", colleague.id, null)).toBe("done");
    expect(await newcomers.link(person?.id ?? "", colleague.id, null)).toBe("stale");
    const { access } = await door.enter(await door.directory.token());
    expect((await door.me(access)).person).toMatchObject({ id: colleague.id, role: "quality" });
    expect(await door.waiting()).toEqual([]);
  });

  test("is decided on once", async () => {
    const id = await door.approveMaria();
    const { newcomers } = door.company.service;
    expect(await newcomers.approve(id, "admin", null)).toBe("stale");
    expect(await newcomers.reject(id, null)).toBe("stale");
  });

  test("may have a name that no sheet and no list takes for anything but a name", async () => {
    await door.enter(
      await door.directory.token({ name: "  \u202E=HYPERLINK(1)\u0000\n ", preferred_username: 7 }),
    );
    const [person] = await door.waiting();
    expect(person?.name).toBe("=HYPERLINK(1)");
    expect([...(await door.company.service.newcomers.accounts()).values()]).toEqual([maria]);
  });
});

test("the pane hears of the directory only where there is one", async () => {
  door = await openDoor();
  const ways = async (one: Company) => {
    const response = await one.service.app.request("/api/auth/ways");
    const answer: unknown = await response.json();
    return answer;
  };
  expect(await ways(door.company)).toEqual({
    password: true,
    code: false,
    entra: {
      clientId: client,
      tenant,
      authority: `${door.directory.settings.authority}/${tenant}`,
      scope: `api://${client}/access_as_user`,
    },
  });
  const plain = await startCompany();
  expect(await ways(plain)).toEqual({ password: true, code: false, entra: null });
  expect((await enterBy(plain, await door.directory.token())).status).toBe(404);
  await plain.stop();
  await door.stop();
});
