import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompany, type Company } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let company: Company;

beforeAll(async () => {
  const addinFolder = join(temporaryFolder(), "addin");
  mkdirSync(addinFolder);
  writeFileSync(join(addinFolder, "taskpane.html"), "<p>panel</p>");
  writeFileSync(join(addinFolder, "taskpane.0123456789.js"), "1");
  company = await startCompany({ addinFolder, tls: true, origins: ["https://ventas.aseo.example"] });
});
afterAll(() => company.stop());

const headersOf = async (path: string, init?: RequestInit) => {
  const { headers } = await company.service.app.request(`https://ventas.aseo.example${path}`, init);
  return (name: string) => headers.get(name);
};

test.each([
  "/api/me",
  "/api/health",
  "/health",
  "/nada",
  "/api/nada",
  "/taskpane.html",
  "/taskpane.0123456789.js",
])("%s tells browsers to be strict", async (path) => {
  const header = await headersOf(path);
  expect(header("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  expect(header("x-content-type-options")).toBe("nosniff");
  expect(header("referrer-policy")).toBe("no-referrer");
  expect(header("permissions-policy")).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/);
  expect(header("x-powered-by")).toBeNull();
  expect(header("content-security-policy")).toMatch(/frame-ancestors/);
});

test("data is kept by nobody, shown in no frame, and loads and runs nothing", async () => {
  for (const path of ["/api/me", "/api/health", "/health", "/nada"]) {
    const header = await headersOf(path);
    expect(header("cache-control"), path).toBe("no-store");
    expect(header("content-security-policy"), path).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(header("x-frame-options"), path).toBe("DENY");
    expect(header("cross-origin-opener-policy"), path).toBe("same-origin");
    expect(header("cross-origin-resource-policy"), path).toBe("same-origin");
  }
});

test("the pane runs its own scripts and Microsoft's alone, evaluates nothing, and is shown inside Office alone", async () => {
  const header = await headersOf("/taskpane.html");
  const policy = header("content-security-policy") ?? "";
  expect(policy).not.toMatch(/unsafe-eval|unsafe-hashes|(^|\s)\*(\s|;|$)|http:/);
  const directives = new Map(policy.split("; ").map((one) => [one.split(" ")[0], one.split(" ").slice(1)]));
  expect(directives.get("script-src")).not.toContain("'unsafe-inline'");
  expect(directives.get("style-src-elem")).not.toContain("'unsafe-inline'");
  expect(directives.get("object-src")).toEqual(["'none'"]);
  expect(directives.get("base-uri")).toEqual(["'self'"]);
  expect(directives.get("frame-ancestors")).toContain("https://*.office.com");
  expect(directives.get("frame-ancestors")).not.toContain("*");
  // Office frames the pane across origins, and its dialogs look for the window that opened them.
  expect(header("x-frame-options")).toBeNull();
  expect(header("cross-origin-opener-policy")).toBe("unsafe-none");
  expect(header("cross-origin-resource-policy")).toBe("cross-origin");
});

test("HSTS is not said to this machine, whose other services it would bind", async () => {
  const { headers } = await company.service.app.request("https://localhost:3000/health");
  expect(headers.get("strict-transport-security")).toBeNull();
});

test("another origin is let in where it is listed, with these methods and headers, and never with credentials", async () => {
  const preflight = (origin: string) =>
    headersOf("/api/push", {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
  const listed = await preflight("https://ventas.aseo.example");
  expect(listed("access-control-allow-origin")).toBe("https://ventas.aseo.example");
  expect(listed("access-control-allow-methods")).toBe("GET,POST");
  expect(listed("access-control-allow-headers")).toBe("authorization,content-type");
  expect(listed("access-control-allow-credentials")).toBeNull();
  expect(listed("vary")).toMatch(/origin/i);
  for (const origin of ["https://malo.example", "https://x.ventas.aseo.example", "null", "*"])
    expect((await preflight(origin))("access-control-allow-origin"), origin).toBeNull();
});
