import type { z } from "zod";
import type { DemoPerson } from "../../../server/demo/people.ts";
import type { RunningService } from "../../../server/service.ts";
import { meSchema, pullAnswerSchema, type PullAnswer } from "../../../shared/contract.ts";
import { signedInSchema } from "../../../shared/contract/sign-in.ts";
import type { Row } from "../../../shared/model/value.ts";

/** Asks the service as somebody, without a browser. */
export interface ServiceClient {
  get<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>>;
  post<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.infer<S>>;
}

export async function signInToService({ app }: RunningService, person: DemoPerson): Promise<ServiceClient> {
  const { email, password } = person;
  const answer = await app.request("/api/auth/sign-in/email", {
    method: "POST",
    body: JSON.stringify({ email, password }),
    headers: { "content-type": "application/json" },
  });
  if (answer.status !== 200) throw new Error(`${email} cannot sign in: ${answer.status}`);
  const { access: token } = signedInSchema.parse(await answer.json());
  const ask: Ask = async (path, schema, request) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await app.request(`/api${path}`, { ...request, headers });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return schema.parse(await response.json());
  };
  return {
    get: (path, schema) => ask(path, schema, {}),
    post: (path, body, schema) => ask(path, schema, { method: "POST", body: JSON.stringify(body) }),
  };
}

type Ask = <S extends z.ZodType>(path: string, schema: S, request: RequestInit) => Promise<z.infer<S>>;

/** Every row of a record that the person may read, by id. */
export async function allRows(client: ServiceClient, sheet: string): Promise<ReadonlyMap<string, Row>> {
  const { schema } = await client.get("/me", meSchema);
  const rows = new Map<string, Row>();
  let since: PullAnswer["next"] | null = null;
  for (let more = true; more;) {
    const answer: PullAnswer = await client.post("/pull", { schema, sheet, since }, pullAnswerSchema);
    for (const { id, values } of answer.rows)
      rows.set(id, Object.fromEntries(answer.columns.map((column, at) => [column, values[at] ?? null])));
    ({ next: since, more } = answer);
  }
  return rows;
}
