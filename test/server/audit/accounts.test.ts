import { afterAll, beforeAll, expect, test } from "vitest";
import { findingSentence } from "../../../server/audit/finding-words.ts";
import { verifyAudit } from "../../../server/audit/verify-audit.ts";
import type { Company } from "../support/company.ts";
import { post } from "../identity/entering.ts";
import { openDoor } from "../identity/entra/door.ts";
import { openAltered } from "./altered-database.ts";

let altered: Awaited<ReturnType<typeof openAltered>>;

/** A company in which people came, changed and left in every way. */
beforeAll(async () => {
  const door = await openDoor();
  const { company, directory } = door;
  const { people, newcomers } = company.service;
  const ids = await companyOfPeople(company);
  const comeIn = async (oid: string) => {
    await door.enter(await directory.token({ oid, name: `Persona ${oid}`, preferred_username: oid }));
    const [person] = await door.waiting();
    return person?.id ?? "";
  };
  await door.approveMaria();
  await newcomers.reject(await comeIn("11111111-bbbb-4ccc-8ddd-eeeeeeeeeeee"), null);
  await newcomers.link(await comeIn("22222222-bbbb-4ccc-8ddd-eeeeeeeeeeee"), ids.invited, null);
  await comeIn("33333333-bbbb-4ccc-8ddd-eeeeeeeeeeee");
  await people.changeRole(ids.invited, "quality", null);
  await door.stop();
  altered = await openAltered(company.folder);
});
afterAll(() => altered.client.close());

async function companyOfPeople({ service, colleague, ...company }: Company) {
  const { people } = service;
  await colleague("admin", "Alba Administra");
  const invite = async (name: string) => {
    const email = `${name.toLowerCase().replaceAll(" ", ".")}@aseo.example`;
    const invited = await people.invitations.invite({ name, email, role: "advisor" }, null);
    if (invited.result !== "invited") throw new Error(invited.result);
    return invited;
  };
  const beto = await colleague("advisor", "Beto Asesor");
  await people.invitations.again(beto.id, null);
  await people.changeRole(beto.id, "director", null);
  await people.changeName(beto.id, "Beto Director", null);
  const joined = await invite("Carla Calidad");
  const body = { code: joined.code, password: "mar verde sin pan" };
  expectStatus(await post({ service, colleague, ...company }, "/auth/new-password", body));
  await people.deactivate(joined.person, null);
  await people.reactivate(joined.person, null);
  const withdrawn = await invite("Dora Directora");
  await people.invitations.withdraw(withdrawn.person, null);
  const left = await invite("Eva Espera");
  await people.deactivate(left.person, null);
  await people.reactivate(left.person, null);
  const gone = await colleague("service", "Gabo Servicio");
  await people.deactivate(gone.id, null);
  return { invited: (await invite("Fabio Futuro")).person };
}

function expectStatus({ status }: { readonly status: number }): void {
  if (status !== 200) throw new Error(`the service answered ${status}`);
}

test("people who came, changed and left in every way leave a whole audit", async () => {
  expect(await altered.trying((_, reader) => verifyAudit(reader))).toMatchObject({ ok: true });
  const { rows } = await altered.client.execute(
    "SELECT state, count(*) AS count FROM identity_user GROUP BY state ORDER BY state",
  );
  expect(rows.map(({ state }) => state)).toEqual(["active", "inactive", "invited", "waiting"]);
});

const cases = [
  {
    what: "a role",
    sql: "UPDATE identity_user SET role = 'admin' WHERE name = 'Beto Director'",
    finding: { what: "role", told: "director", is: "admin" },
    words: "el rol es «Administrador» y según la auditoría debe ser «Director de ventas»",
  },
  {
    what: "the role of somebody who was let in",
    sql: "UPDATE identity_user SET role = 'admin' WHERE name = 'María Ruiz Peña'",
    finding: { what: "role", told: "advisor", is: "admin" },
    words: "el rol es",
  },
  {
    what: "somebody who left let in again",
    sql: "UPDATE identity_user SET state = 'active' WHERE name = 'Gabo Servicio'",
    finding: { what: "state", told: "inactive", is: "active" },
    words: "el estado es «activa» y según la auditoría debe ser «inactiva»",
  },
  {
    what: "somebody who waits let in",
    sql: "UPDATE identity_user SET state = 'active' WHERE state = 'waiting'",
    finding: { what: "state", told: "waiting", is: "active" },
    words: "espera aprobación",
  },
  {
    what: "somebody shut out",
    sql: "UPDATE identity_user SET state = 'inactive' WHERE name = 'Carla Calidad'",
    finding: { what: "state", told: "active", is: "inactive" },
    words: "el estado es «inactiva»",
  },
  {
    what: "an account taken out",
    sql: "DELETE FROM identity_user WHERE name = 'Beto Director'",
    finding: { what: "state", told: "active", is: null },
    words: "el estado es «ninguna cuenta»",
  },
];

test.each(cases)("an altered account is named with both values: $what", async ({ sql, finding, words }) => {
  const found = await altered.findingAfter(sql);
  expect(found).toMatchObject({ code: "account-differs", ...finding });
  expect(found && findingSentence(found)).toContain(words);
});
