import { signedInSchema, type SignedIn } from "../../../shared/contract/sign-in.ts";
import { password, type Company } from "../support/company.ts";

/** What somebody at the door asks, without a session unless a token is given. */
export async function post(
  company: Company,
  path: string,
  body: unknown,
  token?: string,
): Promise<{ readonly status: number; readonly body: unknown; readonly headers: Headers }> {
  const response = await company.service.app.request(`/api${path}`, {
    method: "POST",
    body: JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      "user-agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Edg/126.0",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === "" ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}

export async function enter(company: Company, email: string, typed = password): Promise<SignedIn> {
  return signedInSchema.parse((await post(company, "/auth/sign-in/email", { email, password: typed })).body);
}

/** The status with which a token is answered. */
export async function statusOf(company: Company, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await company.service.app.request("/api/me", { headers })).status;
}
