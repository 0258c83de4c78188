import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { failureSchema } from "../../shared/contract.ts";
import { endpoints } from "../../shared/contract/endpoints.ts";
import { password, signIn, startCompany, type Colleague, type Company } from "./support/company.ts";

let company: Company;
let advisor: Colleague;

beforeAll(async () => {
  company = await startCompany();
  advisor = await company.colleague("advisor", "Ana Asesora");
});
afterAll(() => company.stop());
afterEach(() => void vi.useRealTimers());

const failureOf = async (response: Response) => failureSchema.parse(await response.json());
const me = (headers: Record<string, string>) => company.service.app.request("/api/me", { headers });

function post(path: string, body: unknown): Promise<Response> | Response {
  return company.service.app.request(`/api${path}`, { method: "POST", body: JSON.stringify(body) });
}

describe("sessions", () => {
  const routes = endpoints
    .filter(({ asks }) => asks !== "anybody")
    .map(({ method, path }) => [method, path.replaceAll(/:\w+/g, "1")] as const);

  test.each(routes)("%s %s asks for a token", async (method, path) => {
    const response = await company.service.app.request(`/api${path}`, { method });
    expect(response.status).toBe(401);
    expect(await failureOf(response)).toMatchObject({ code: "unauthenticated" });
  });

  test("are not opened by forged tokens, other schemes or cookies", async () => {
    const [session = "", signature = ""] = advisor.token.split(".");
    const forged = [
      `Bearer ${session}`,
      `Bearer ${session}.${signature.slice(0, -3)}AA=`,
      `Bearer ${"x".repeat(session.length)}.${signature}`,
      `Basic ${advisor.token}`,
      "Bearer ",
      advisor.token,
    ];
    for (const authorization of forged) expect((await me({ authorization })).status, authorization).toBe(401);
    expect((await me({ cookie: `better-auth.session_token=${advisor.token}` })).status).toBe(401);
    expect((await me({ authorization: `Bearer ${advisor.token}` })).status).toBe(200);
  });

  test("end after a week without use", async () => {
    const token = await signIn(company.service, advisor.email);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 8 * 24 * 3_600_000 });
    expect((await me({ authorization: `Bearer ${token}` })).status).toBe(401);
  });

  test("end when one signs out, and only that one", async () => {
    const [one, other] = [
      await signIn(company.service, advisor.email),
      await signIn(company.service, advisor.email),
    ];
    const out = await company.service.app.request("/api/auth/sign-out", {
      method: "POST",
      headers: { authorization: `Bearer ${one}` },
    });
    expect(out.status).toBe(200);
    expect((await me({ authorization: `Bearer ${one}` })).status).toBe(401);
    expect((await me({ authorization: `Bearer ${other}` })).status).toBe(200);
  });

  test("set no cookies", async () => {
    const response = await post("/auth/sign-in/email", { email: advisor.email, password });
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("cannot be opened by signing up, nor can a role be set", async () => {
    for (const path of [
      "/auth/sign-up/email",
      "/auth/update-user",
      "/auth/get-session",
      "/auth/change-password",
    ]) {
      const body = { email: "yo@aseo.example", password, name: "Yo Mismo", role: "director" };
      expect((await post(path, body)).status, path).toBe(401);
      expect((await advisor.post(path, body)).status, path).toBe(404);
    }
    expect((await advisor.get<{ person: { role: string } }>("/me")).person.role).toBe("advisor");
  });
});
