import { join } from "node:path";
import { vi } from "vitest";
import { attachmentSchema } from "../../../shared/contract/attachments.ts";
import { roles, type Role } from "../../../shared/model/role.ts";
import { connectToFile } from "../../../server/db/connection.ts";
import { statement } from "../../../server/db/statement.ts";
import { pngPhoto } from "../../shared/attachments/samples.ts";
import { newId, row, signIn, startCompany, type Colleague, type Company } from "../support/company.ts";
import { visit } from "../support/rows.ts";

/** What stands in a stranger's visit and nowhere else. */
export const strangersSecret = "Reservado Palo Alto 40917";

/** A company in which something of everything exists, and somebody of every role who may turn bad. */
export interface World {
  readonly company: Company;
  readonly people: Readonly<Record<Role, Colleague>>;
  /** An advisor whose rows are no other advisor's business. */
  readonly stranger: Colleague;
  readonly strangersRow: string;
  /** A visit of the advisor, and a photo of it. */
  visit(): Promise<{ readonly row: string; readonly attachment: string }>;
  /** Somebody new, to whom anything may happen. */
  victim(role?: Role): Promise<Colleague>;
  /** The token of somebody as it is now: some requests end sessions. */
  tokenOf(role: Role): string;
  enterAgain(role: Role): Promise<void>;
  expiredToken(): Promise<string>;
  /** Counts every write that the database took. */
  commits(): Promise<number>;
  stop(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const company = await startCompany({ proxies: 1 });
  const everybody: [Role, Colleague][] = [];
  for (const role of roles) everybody.push([role, await company.colleague(role)]);
  const people = Object.fromEntries(everybody) as Record<Role, Colleague>;
  const tokens = new Map(everybody.map(([role, { token }]) => [role, token]));
  const stranger = await company.colleague("advisor", "Asesora Ajena");
  const hidden = row("visits", visit(stranger.id, { notes: strangersSecret }));
  expectSaved((await stranger.save(hidden)).result);
  const connection = await connectToFile(join(company.folder, "ventas.db"), "reading");
  let victims = 0;

  return {
    company,
    people,
    stranger,
    strangersRow: hidden.id,
    async visit() {
      const mine = row("visits", visit(people.advisor.id, { customer: `Panadería ${newId()}` }));
      expectSaved((await people.advisor.save(mine)).result);
      const path = `/attachments/visits/${mine.id}?name=foto&workbook=Libro`;
      const sent = await people.advisor.request(path, { method: "POST", body: Uint8Array.from(pngPhoto()) });
      return { row: mine.id, attachment: attachmentSchema.parse(await sent.json()).id };
    },
    async victim(role = "advisor") {
      victims += 1;
      return company.colleague(role, `Víctima Número ${victims}`);
    },
    tokenOf: (role) => tokens.get(role) ?? "",
    async enterAgain(role) {
      tokens.set(role, await signIn(company.service, people[role].email));
    },
    async expiredToken() {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 40 * 24 * 3_600_000 });
      const token = await signIn(company.service, people.advisor.email);
      vi.useRealTimers();
      return token;
    },
    async commits() {
      const [rows] = await connection.read([statement("SELECT value FROM meta WHERE key = 'commits'")]);
      return Number(rows?.[0]?.["value"]);
    },
    async stop() {
      await connection.close(false);
      await company.stop();
    },
  };
}

function expectSaved(result: string): void {
  if (result !== "saved") throw new Error(`the row to attack was not saved: ${result}`);
}
