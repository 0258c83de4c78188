import { createHash } from "node:crypto";
import type { Browser, BrowserContext, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { OFFICE_JS } from "../../../addin/webpack.config.ts";
import { listen, type Listener } from "../../../server/listen.ts";
import { buildAddin } from "../../../tools/build.ts";
import { startCompany, type Company } from "../../server/support/company.ts";
import { client, maria, tenant } from "../../server/support/directory.ts";
import { launchBrowser } from "../support/browser.ts";

const authority = "https://login.microsoftonline.com";
const scope = `api://${client}/access_as_user`;

let browser: Browser;
let company: Company;
let listener: Listener;

beforeAll(async () => {
  const { outDir } = await buildAddin();
  company = await startCompany({ entra: { tenant, client, authority }, addinFolder: outDir });
  listener = await listen(company.service.app.fetch, { port: 0 });
  browser = await launchBrowser();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await listener.close(1_000);
  await company.stop();
});

/** What office.js gives a dialog, and takes from it: it has no `history` to write to. */
const officeJs = `
  history.replaceState = null;
  history.pushState = null;
  window.Office = {
    HostType: { Excel: "Excel" },
    onReady: () => Promise.resolve({ host: "Excel" }),
    context: { ui: { messageParent: (text, { targetOrigin }) => void window.tellTest(text, targetOrigin) } },
  };`;

/** Microsoft's pages as its library asks for them: the sign-in page answers at once, as for somebody who is signed in. */
async function openMicrosoft(context: BrowserContext, answer: "code" | "cancelled") {
  const asked: URLSearchParams[] = [];
  await context.route(OFFICE_JS, (route) =>
    route.fulfill({ body: officeJs, contentType: "text/javascript" }),
  );
  await context.route(`${authority}/**`, async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname === `/${tenant}/oauth2/v2.0/authorize`) {
      asked.push(url.searchParams);
      const given =
        answer === "code"
          ? { code: "the-code" }
          : { error: "access_denied", error_description: "AADSTS65004" };
      const back = new URLSearchParams({ ...given, state: url.searchParams.get("state") ?? "" });
      await route.fulfill({
        status: 302,
        headers: { location: `${url.searchParams.get("redirect_uri")}#${back}` },
      });
    } else if (url.pathname === `/${tenant}/oauth2/v2.0/token`) await giveTokens(route, asked.at(-1));
    else await route.abort();
  });
  return asked;
}

async function giveTokens(route: Route, asked: URLSearchParams | undefined): Promise<void> {
  const body = new URLSearchParams(route.request().postData() ?? "");
  const challenge = createHash("sha256")
    .update(body.get("code_verifier") ?? "")
    .digest("base64url");
  const isOurs = body.get("code") === "the-code" && challenge === asked?.get("code_challenge");
  await route.fulfill({
    status: isOurs ? 200 : 400,
    headers: { "access-control-allow-origin": new URL(listener.address).origin },
    json: isOurs ? tokensFor(asked.get("nonce") ?? "") : { error: "invalid_grant" },
  });
}

function tokensFor(nonce: string): object {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const idToken = {
    aud: client,
    iss: `${authority}/${tenant}/v2.0`,
    oid: maria,
    sub: "s",
    tid: tenant,
    nonce,
    ver: "2.0",
  };
  return {
    token_type: "Bearer",
    scope,
    expires_in: 4_500,
    access_token: "the-access-token",
    id_token: `${part({ alg: "RS256", typ: "JWT" })}.${part(idToken)}.c2ln`,
    client_info: part({ uid: maria, utid: tenant }),
  };
}

test.each([
  ["code", { result: "token", token: "the-access-token" }],
  ["cancelled", { result: "failed", code: "sign-in-closed" }],
] as const)(
  "the dialog goes to Microsoft and tells the pane what came of it: %s",
  async (answer, message) => {
    const context = await browser.newContext();
    try {
      const asked = await openMicrosoft(context, answer);
      const said: { text: string; to: string }[] = [];
      await context.exposeFunction("tellTest", (text: string, to: string) => void said.push({ text, to }));
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (one) => /content security policy/i.test(one.text()) && complaints.push(one.text()));
      await page.goto(`${listener.address}/sign-in-dialog.html`);
      await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 60_000 });
      expect(said.map(({ text }) => JSON.parse(text) as unknown)).toEqual([message]);
      expect(said[0]?.to).toBe(new URL(listener.address).origin);
      expect(asked[0]?.get("code_challenge_method")).toBe("S256");
      expect(asked[0]?.get("scope")).toContain(scope);
      expect(
        await page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])"),
      ).not.toContain("the-access-token");
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  },
  120_000,
);
