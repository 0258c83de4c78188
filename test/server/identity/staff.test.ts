import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Writable } from "node:stream";
import { pino } from "pino";
import { databaseOf } from "../support/runs.ts";
import { password, startCompany, type Colleague, type Company } from "../support/company.ts";
import { enter, post, statusOf } from "./entering.ts";

let company: Company;
let admin: Colleague;
const lines: string[] = [];

beforeAll(async () => {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString("utf8"));
      done();
    },
  });
  company = await startCompany({ log: pino({ level: "debug" }, stream) });
  admin = await company.colleague("admin", "Alba Administra");
});
afterAll(() => company.stop());

test("whoever leaves is out at once and cannot come in again, and their name stays in the rows", async () => {
  const { people } = company.service;
  const ana = await company.colleague("advisor", "Ana Asesora");
  expect(await people.deactivate(ana.id, admin.id, "Se retiró")).toBe("done");
  expect(await statusOf(company, ana.token)).toBe(401);
  const again = { email: ana.email, password };
  expect((await post(company, "/auth/sign-in/email", again)).status).toBe(401);
  expect((await people.list()).map(({ id }) => id)).toContain(ana.id);
  expect(await people.deactivate(ana.id, admin.id)).toBe("stale");
  expect(await people.reactivate(ana.id, admin.id)).toBe("done");
  expect((await post(company, "/auth/sign-in/email", again)).status).toBe(200);
});

test("another role holds from the next request on", async () => {
  const beto = await company.colleague("advisor", "Beto Asesor");
  expect(await company.service.people.changeRole(beto.id, "quality", admin.id)).toBe("done");
  const { person } = await beto.get<{ person: { role: string } }>("/me");
  expect(person.role).toBe("quality");
});

test("somebody always keeps the accounts, whoever removes whom at the same time", async () => {
  const { people } = company.service;
  expect(await people.deactivate(admin.id, admin.id)).toBe("last-admin");
  expect(await people.changeRole(admin.id, "director", null)).toBe("last-admin");
  const other = await company.colleague("admin", "Otra Administra");
  const acts = await Promise.all([
    people.deactivate(admin.id, other.id),
    people.changeRole(other.id, "director", admin.id),
  ]);
  expect(acts.toSorted((a, b) => a.localeCompare(b))).toEqual(["done", "last-admin"]);
  await people.reactivate(admin.id, null);
  await people.changeRole(other.id, "director", null);
});

test("no two people have names that read the same", async () => {
  const { people } = company.service;
  const carla = await company.colleague("legal", "Carla Jurista");
  expect(await people.changeName(carla.id, "  ALBA   administrá ", null)).toBe("name-taken");
  expect(await people.changeName(carla.id, "Carla María Jurista", null)).toBe("done");
  expect((await people.list()).find(({ id }) => id === carla.id)?.name).toBe("Carla María Jurista");
  expect(await people.changeName("nadie", "Quien Sea", null)).toBe("not-found");
});

test("whoever never came in is invited again when they are let back, and not active", async () => {
  const { people } = company.service;
  const invited = await people.invitations.invite(
    { name: "Diego Nuevo", email: "diego@aseo.example", role: "advisor" },
    admin.id,
  );
  if (invited.result !== "invited") throw new Error(invited.result);
  await people.deactivate(invited.person, admin.id);
  await people.reactivate(invited.person, admin.id);
  const diego = (await people.listWithStatus()).find(({ id }) => id === invited.person);
  expect(diego).toMatchObject({ state: "invited", invitedUntil: null });
});

test("no token, code, password or e-mail gets into the log, and every event of accounts into the audit", async () => {
  const { people } = company.service;
  const emil = await company.colleague("service", "Emil Servicio");
  const first = await enter(company, emil.email);
  const { body } = await post(company, "/auth/refresh", { refresh: first.refresh });
  const next = body as { access: string; refresh: string };
  await post(company, "/auth/sign-in/email", { email: emil.email, password: "equivocada-del-todo" });
  const again = await people.invitations.again(emil.id, admin.id);
  const code = again.result === "invited" ? (again.code ?? "") : "";
  await post(company, "/auth/new-password", { code, password: "luna roja con sal" });
  await post(
    company,
    "/auth/sign-in/email?token=en-la-direccion",
    { email: emil.email, password: "x" },
    next.access,
  );
  await post(company, "/auth/refresh", "{");
  const log = lines.join("");
  expect(log).toContain("/api/auth/refresh");
  const secrets = [first.access, first.refresh, first.device, next.access, next.refresh, code, password];
  for (const secret of [...secrets, "equivocada", "luna roja", "en-la-direccion", emil.email])
    expect(log.includes(secret), secret).toBe(false);

  const client = createClient({ url: `file:${databaseOf(company.folder)}` });
  const { rows } = await client.execute({
    sql: "SELECT kind FROM audit_events WHERE about = ? ORDER BY seq",
    args: [emil.id],
  });
  const stored = await client.execute("SELECT * FROM sessions");
  client.close();
  expect(rows.map(({ kind }) => kind)).toEqual([
    "account-created",
    "signed-in",
    "signed-in",
    "sign-in-failed",
    "invited",
    "password-changed",
    "signed-in",
    "sign-in-failed",
  ]);
  const kept = JSON.stringify(stored.rows);
  for (const secret of secrets.slice(0, 5)) expect(kept.includes(secret)).toBe(false);
});
