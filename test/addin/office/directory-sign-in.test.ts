import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createDirectory } from "../../../addin/directory.ts";
import { dialogsOf, type OpenDialog } from "../../excel-host/office/dialogs.ts";
import {
  createBroker,
  type BrokerAnswer,
  type BrokerRequest,
} from "../../excel-host/office/nested-auth-bridge.ts";
import { startCompany, type Company as Service } from "../../server/support/company.ts";
import { client, startDirectory, tenant, type Directory } from "../../server/support/directory.ts";
import { ana, type Company } from "./company.ts";
import { openWorkplace, type Workplace } from "./workplace.ts";

const nested = { requirementSets: { NestedAppAuth: "1.1" } };

let microsoft: Directory;
let service: Service;
let workplace: Workplace;

beforeAll(async () => {
  microsoft = await startDirectory();
  service = await startCompany({ entra: microsoft.settings });
  // Another person than the one whom each test lets in has no say here.
  await service.colleague("admin");
});

afterAll(async () => {
  await service.stop();
  await microsoft.stop();
});

beforeEach(() => {
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("document", { cookie: "" });
  vi.stubGlobal("sessionStorage", noStorage);
  vi.stubGlobal("localStorage", noStorage);
});

afterEach(async () => {
  await workplace.leave();
  Reflect.deleteProperty(globalThis, "nestedAppAuthBridge");
  vi.unstubAllGlobals();
});

/** Storage that fails the test which puts something there. */
const noStorage = new Proxy(
  {},
  {
    get: (_, name) => {
      if (name === "setItem") throw new Error("a token was put where it stays");
      return name === "length" ? 0 : () => null;
    },
  },
);

async function open(options: { requirementSets?: Readonly<Record<string, string>>; ui?: object } = {}) {
  const company = {
    fetch: async (input, init) => service.service.app.fetch(new Request(input, init)),
  } as Pick<Company, "fetch"> as Company;
  workplace = await openWorkplace(company, ana, {
    begins: false,
    ...options,
    directory: (excel) => {
      Object.assign(excel.Office.context, { ui: options.ui });
      return createDirectory(excel, "http://servicio");
    },
  });
  await workplace.start();
  await workplace.commands.loadWays();
  return workplace;
}

/** A broker that always has a token, unless told otherwise; every token is of somebody whom the service knows, or not yet. */
const broker = (answer: (request: BrokerRequest) => BrokerAnswer | Promise<BrokerAnswer>) =>
  createBroker(globalThis, answer);

const exchanges = () =>
  workplace.network.requests.filter(({ path }) => path === "/api/auth/sign-in/entra").length;

async function letIn(oid: string): Promise<void> {
  const ask = async () =>
    service.service.app.request("/api/auth/sign-in/entra", {
      method: "POST",
      body: JSON.stringify({ token: await microsoft.token({ oid, name: `Persona ${oid.slice(0, 4)}` }) }),
      headers: { "content-type": "application/json" },
    });
  await ask();
  const waiting = (await service.service.people.listWithStatus()).find(({ state }) => state === "waiting");
  if (waiting) await service.service.newcomers.approve(waiting.id, "advisor", null);
}

const person = (letter: string) => `${letter.repeat(8)}-bbbb-4ccc-8ddd-eeeeeeeeeeee`;

describe("where Excel asks Microsoft itself", () => {
  test("whoever is not let in yet is told that they wait, and comes in by the same button afterwards", async () => {
    const oid = person("a");
    const { asked } = broker(async () => ({ token: await microsoft.token({ oid }) }));
    const { commands, getState } = await open(nested);
    expect(await commands.signInByDirectory()).toEqual({ ok: false, failure: { code: "awaiting-approval" } });
    expect(getState()).toMatchObject({ phase: "signed-out", failure: { code: "awaiting-approval" } });
    await letIn(oid);
    expect((await commands.signInByDirectory()).ok).toBe(true);
    expect(getState()).toMatchObject({ phase: "ready", failure: null, me: { person: { role: "advisor" } } });
    expect(asked.map(({ method }) => method)).toEqual(["GetToken", "GetToken"]);
    expect(asked[0]?.tokenParams).toMatchObject({
      clientId: client,
      scope: `api://${client}/access_as_user`,
    });
    expect(getState().directory?.authority).toBe(`${microsoft.settings.authority}/${tenant}`);
  });

  test("Microsoft's own window comes only where it has something to ask", async () => {
    const oid = person("b");
    await letIn(oid);
    const { asked } = broker(async ({ method }) =>
      method === "GetToken"
        ? { status: "USER_INTERACTION_REQUIRED" }
        : { token: await microsoft.token({ oid }) },
    );
    const { commands, getState } = await open(nested);
    await commands.signInByDirectory();
    expect(getState().phase).toBe("ready");
    expect(asked.map(({ method }) => method)).toEqual(["GetToken", "GetTokenPopup"]);
  });

  test("whoever closes Microsoft's window is asked nothing more", async () => {
    const { asked } = broker(({ method }) => ({
      status: method === "GetToken" ? "USER_INTERACTION_REQUIRED" : "USER_CANCEL",
    }));
    const { commands } = await open(nested);
    expect(await commands.signInByDirectory()).toEqual({ ok: false, failure: { code: "sign-in-closed" } });
    expect([asked.length, exchanges()]).toEqual([2, 0]);
  });

  test("without network nobody is asked anything", async () => {
    const { asked } = broker(() => ({ status: "NO_NETWORK" }));
    const { commands } = await open(nested);
    expect(await commands.signInByDirectory()).toEqual({ ok: false, failure: { code: "offline" } });
    expect(asked).toHaveLength(1);
  });

  test("a token that Excel remembers for too long is asked for anew, once", async () => {
    const oid = person("c");
    await letIn(oid);
    const old = await microsoft.token({ oid, iat: 1_000, exp: 2_000 });
    const { asked } = broker(async ({ tokenParams }) => ({
      token: tokenParams?.forceRefresh === true ? await microsoft.token({ oid }) : old,
    }));
    const { commands, getState } = await open(nested);
    await commands.signInByDirectory();
    expect(getState().phase).toBe("ready");
    expect([asked.length, exchanges()]).toEqual([2, 2]);
  });

  test("a token that the service never takes ends in a sentence, not in a loop", async () => {
    const { asked } = broker(async () => ({ token: await microsoft.token({ tid: person("d") }) }));
    const { commands } = await open(nested);
    expect(await commands.signInByDirectory()).toEqual({ ok: false, failure: { code: "directory-refused" } });
    expect([asked.length, exchanges()]).toEqual([2, 2]);
  });
});

describe("where Excel does not, a dialog does", () => {
  const said = async (oid: string) =>
    JSON.stringify({ result: "token", token: await microsoft.token({ oid }) });

  test.each([
    ["this Excel has no nested sign-in", {}],
    ["its broker is not there after all", nested],
  ])("because %s", async (_, options) => {
    const oid = person("e");
    await letIn(oid);
    const message = await said(oid);
    let opened: OpenDialog | undefined;
    const ui = dialogsOf((dialog) => {
      opened = dialog;
      dialog.say(message, "http://servicio");
    });
    const { commands, getState } = await open({ ...options, ui });
    await commands.signInByDirectory();
    expect(getState().phase).toBe("ready");
    expect(opened).toMatchObject({ page: "http://servicio/sign-in-dialog.html", isClosed: true });
  });

  test("and what another origin says there is nothing", async () => {
    const message = await said(person("e"));
    let opened: OpenDialog | undefined;
    const ui = dialogsOf((dialog) => (opened = dialog));
    const { commands } = await open({ ui });
    const entering = commands.signInByDirectory();
    await vi.waitFor(() => expect(opened).toBeDefined());
    opened?.say(message, "https://evil.example");
    opened?.say(message, "http://servicio.evil.example");
    opened?.closeByHand();
    expect(await entering).toEqual({ ok: false, failure: { code: "sign-in-closed" } });
    expect(exchanges()).toBe(0);
  });

  test.each([
    ["says no", 12_009, "sign-in-closed"],
    ["has a browser that opens no windows", 12_011, "sign-in-blocked"],
  ])("unless the person %s", async (_, refusedWith, code) => {
    const { commands } = await open({ ui: dialogsOf(() => undefined, refusedWith) });
    expect(await commands.signInByDirectory()).toEqual({ ok: false, failure: { code } });
  });

  test("and what it says is read with care", async () => {
    for (const text of ["", "[]", '{"result":"token"}', '{"result":"failed","code":"x"}']) {
      const ui = dialogsOf((dialog) => dialog.say(text, "http://servicio"));
      const { commands } = await open({ ui });
      expect(await commands.signInByDirectory()).toEqual({
        ok: false,
        failure: { code: "directory-refused" },
      });
      if (text !== '{"result":"failed","code":"x"}') await workplace.leave();
    }
  });
});

test("a pane without a service that has a directory offers none", async () => {
  const plain = await startCompany();
  const company = { fetch: async (input, init) => plain.service.app.fetch(new Request(input, init)) } as Pick<
    Company,
    "fetch"
  > as Company;
  workplace = await openWorkplace(company, ana, {
    begins: false,
    directory: (excel) => createDirectory(excel, "http://servicio"),
  });
  await workplace.start();
  await workplace.commands.loadWays();
  expect(workplace.getState().directory).toBeNull();
  await plain.stop();
});
