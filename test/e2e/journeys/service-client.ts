import type { z } from "zod";
import type { DemoPerson } from "../../../server/demo/people.ts";
import type { RunningService } from "../../../server/service.ts";

/** Asks the service as somebody, without a browser. */
export interface ServiceClient {
  get<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>>;
}

export async function signInToService({ app }: RunningService, person: DemoPerson): Promise<ServiceClient> {
  const { email, password } = person;
  const answer = await app.request("/api/auth/sign-in/email", {
    method: "POST",
    body: JSON.stringify({ email, password }),
    headers: { "content-type": "application/json" },
  });
  const token = answer.headers.get("set-auth-token");
  if (token === null) throw new Error(`${email} cannot sign in: ${answer.status}`);
  return {
    async get(path, schema) {
      const response = await app.request(`/api${path}`, { headers: { authorization: `Bearer ${token}` } });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return schema.parse(await response.json());
    },
  };
}
