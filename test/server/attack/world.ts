import { join } from "node:path";
import { attachmentSchema } from "../../../shared/contract/attachments.ts";
import type { History } from "../../../shared/contract/history.ts";
import { invitedSchema } from "../../../shared/contract/invitations.ts";
import { signedInSchema, type SignedIn } from "../../../shared/contract/sign-in.ts";
import { roles, type Role } from "../../../shared/model/role.ts";
import { connectToFile } from "../../../server/db/connection.ts";
import { statement } from "../../../server/db/statement.ts";
import { pngPhoto } from "../../shared/attachments/samples.ts";
import { newId, password, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { startDirectory, type Directory } from "../support/directory.ts";
import { visit } from "../support/rows.ts";

/** What stands in a stranger's visit and nowhere else. */
export const strangersSecret = "Reservado Palo Alto 40917";

/** A company in which something of everything exists, and somebody of every role who may turn bad. */
export interface World {
  readonly company: Company;
  /** Microsoft's directory of the company. */
  readonly directory: Directory;
  readonly people: Readonly<Record<Role, Colleague>>;
  /** An advisor whose rows are no other advisor's business. */
  readonly stranger: Colleague;
  readonly strangersRow: string;
  /** A visit of the advisor, sent as `act`, and a photo of it. */
  visit(): Promise<{ readonly row: string; readonly act: string; readonly attachment: string }>;
  /** Somebody new, to whom anything may happen. */
  victim(role?: Role): Promise<Colleague>;
  /** Somebody who is invited and has no password yet. */
  invited(): Promise<{ readonly person: string; readonly code: string }>;
  /** Somebody whom the directory knows and the administrator does not. */
  newcomer(): Promise<string>;
  enter(email: string): Promise<SignedIn>;
  /** The token of somebody as it is now: some requests end sessions. */
  tokenOf(person: Colleague): string;
  enterAgain(person: Colleague): Promise<void>;
  /** Counts every write that the database took but those of entering again, and the changes of rows among them. */
  writes(): Promise<{ readonly commits: number; readonly seq: number }>;
  versionOfStrangersRow(): Promise<number>;
  /** A number that was never given before, for names and addresses. */
  next(): number;
  stop(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const directory = await startDirectory();
  const company = await startCompany({ proxies: 1, entra: directory.settings });
  const everybody: [Role, Colleague][] = [];
  for (const role of roles) everybody.push([role, await company.colleague(role)]);
  const people = Object.fromEntries(everybody) as Record<Role, Colleague>;
  const tokens = new Map<string, string>();
  const stranger = await company.colleague("advisor", "Asesora Ajena");
  const hidden = row("visits", visit(stranger.id, { notes: strangersSecret }));
  expectSaved((await stranger.save(hidden)).result);
  const connection = await connectToFile(join(company.folder, "ventas.db"), "reading");
  let made = 0;
  const next = () => (made += 1);

  /** Writes by which sessions were opened again. */
  let ours = 0;

  async function counted() {
    const [commits, seq] = await connection.read([
      statement("SELECT value AS number FROM meta WHERE key = 'commits'"),
      statement("SELECT coalesce(max(seq), 0) AS number FROM revisions"),
    ]);
    return { commits: Number(commits?.[0]?.["number"]), seq: Number(seq?.[0]?.["number"]) };
  }

  const underWay = new Map<string, Promise<void>>();

  async function enterAnew(person: Colleague): Promise<void> {
    const before = await counted();
    tokens.set(person.id, (await enter(person.email)).access);
    ours += (await counted()).commits - before.commits;
  }

  async function enter(email: string): Promise<SignedIn> {
    const response = await company.service.app.request("/api/auth/sign-in/email", {
      method: "POST",
      body: JSON.stringify({ email, password }),
      headers: { "x-forwarded-for": `172.16.${next() % 250}.${made % 250}` },
    });
    return signedInSchema.parse(await response.json());
  }

  return {
    company,
    directory,
    people,
    stranger,
    strangersRow: hidden.id,
    async visit() {
      const mine = row("visits", visit(people.advisor.id, { customer: `Panadería ${newId()}` }));
      const act = newId();
      const push = { pushId: newId(), act, schema: company.schema, workbook: "Libro", rows: [mine] };
      const pushed = await people.advisor.post("/push", push);
      expectSaved(await pushed.text());
      const path = `/attachments/visits/${mine.id}?name=foto&workbook=Libro`;
      const sent = await people.advisor.request(path, { method: "POST", body: Uint8Array.from(pngPhoto()) });
      return { row: mine.id, act, attachment: attachmentSchema.parse(await sent.json()).id };
    },
    victim: (role = "advisor") => company.colleague(role, `Víctima Número ${next()}`),
    async invited() {
      const person = { name: `Invitada ${next()}`, email: `invitada${made}@aseo.example`, role: "advisor" };
      const answer = invitedSchema.parse(await (await people.admin.post("/people/invite", person)).json());
      if (answer.result !== "invited" || answer.code === null) throw new Error(answer.result);
      return { person: answer.person, code: answer.code };
    },
    newcomer: () =>
      directory.token({
        oid: `00000000-0000-4000-8000-${String(next()).padStart(12, "0")}`,
        name: `Nueva ${made}`,
        preferred_username: `nueva${made}@aseo.example`,
      }),
    enter,
    tokenOf: (person) => tokens.get(person.id) ?? person.token,
    async enterAgain(person) {
      // Attempts made at once find their session ended at once.
      const entering = underWay.get(person.id) ?? enterAnew(person);
      underWay.set(person.id, entering);
      await entering;
      underWay.delete(person.id);
    },
    async writes() {
      const { commits, seq } = await counted();
      return { commits: commits - ours, seq };
    },
    async versionOfStrangersRow() {
      const { revisions } = await stranger.get<History>(`/history/visits/${hidden.id}`);
      return revisions[0]?.version ?? 0;
    },
    next,
    async stop() {
      await connection.close(false);
      await company.stop();
      await directory.stop();
    },
  };
}

function expectSaved(said: string): void {
  if (!said.includes("saved")) throw new Error(`the row to attack was not saved: ${said}`);
}
