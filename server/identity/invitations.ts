import type { Invite, Invited, InvitedAgain } from "../../shared/contract/invitations.ts";
import { normalise, tidy } from "../../shared/text/normalise.ts";
import { recordEvent, writeRecorded } from "../audit/record-event.ts";
import { keepPerson } from "../db/credentials.ts";
import type { Database, Session } from "../db/database.ts";
import { forgetPasswordCodes, keepPasswordCode } from "../db/one-time-codes.ts";
import { readAccounts, type AccountRecord } from "../db/read-people.ts";
import type { Auth } from "./auth.ts";
import { isUnreachable } from "./entra/meet-person.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { letters } from "./letters.ts";
import { MailUnavailable } from "./mail.ts";
import { codeHash, inventCode } from "./one-time-code.ts";

/** Milliseconds for which an invitation holds. */
const lifetime = 7 * 24 * 60 * 60 * 1_000;

/** Letting people in. `by` is the id of the administrator; null for whoever runs the service. */
export interface Invitations {
  invite(person: Invite, by: string | null): Promise<Invited>;
  /** Another code, whose earlier ones open nothing any more; nothing changes for the person until they use it. */
  again(person: string, by: string | null): Promise<InvitedAgain>;
  /** The person is left inactive, as nobody who could come in. */
  withdraw(person: string, by: string | null): Promise<"withdrawn" | "not-possible">;
}

interface InvitationDeps extends IdentityDeps {
  readonly auth: Auth;
  /** Where it is told that an account was made, whatever became meanwhile of who asked for it. */
  readonly audit: Pick<Database, "exclusive">;
}

export function createInvitations({
  auth,
  audit,
  database,
  mailer,
  company,
  now,
  log,
}: InvitationDeps): Invitations {
  async function handOver(
    person: AccountRecord,
    by: string | null,
  ): Promise<Extract<Invited, { person: string }>> {
    const code = inventCode();
    const at = now();
    const until = new Date(at.getTime() + lifetime).toISOString();
    const kept = keepPasswordCode(
      codeHash(code),
      { person: person.id, why: "invitation", until },
      { at: at.toISOString(), by },
    );
    const event = { kind: "invited", by, about: person.id, at, details: { role: person.role } } as const;
    await database.exclusive((session) => writeRecorded(session, kept, event));
    const isSent = await send(person, code);
    return { result: "invited", person: person.id, until, code: isSent ? null : code };
  }

  /** Where the mail server takes no letter, the administrator hands the code over as where there is none. */
  async function send({ email, name }: AccountRecord, code: string): Promise<boolean> {
    try {
      await mailer?.send({ to: email, ...letters.invitation(company, name, code) });
    } catch (error) {
      if (!(error instanceof MailUnavailable)) throw error;
      log.error({ err: error }, "an invitation was not sent");
      return false;
    }
    return mailer !== undefined;
  }

  const find = async (id: string) => (await readAccounts(database)).find((account) => account.id === id);

  return {
    async invite({ name: typed, email: address, role }, by) {
      const [name, email] = [tidy(typed), address.toLowerCase()];
      const taken = await database.exclusive(takenIn(name, email));
      if (taken) return { result: taken };
      const { internalAdapter } = await auth.$context;
      const user = await internalAdapter.createUser(
        { name, email, role, state: "invited", emailVerified: true },
        { method: "admin" },
      );
      const event = { kind: "account-created", by, about: user.id, at: now(), details: { role } } as const;
      await recordEvent(audit, event);
      return handOver({ id: user.id, name, email, role, state: "invited" }, by);
    },
    async again(id, by) {
      const person = await find(id);
      const isPossible = person?.state === "invited" || person?.state === "active";
      return person && isPossible && !isUnreachable(person.email)
        ? handOver(person, by)
        : { result: "not-possible" };
    },
    async withdraw(id, by) {
      const person = await find(id);
      if (person?.state !== "invited") return "not-possible";
      const at = now();
      const left = keepPerson(id, { state: "inactive" }, at.toISOString());
      await database.exclusive((session) =>
        writeRecorded(session, [left, forgetPasswordCodes(id)], {
          kind: "invitation-withdrawn",
          by,
          about: id,
          at,
          details: {},
        }),
      );
      return "withdrawn";
    },
  };
}

const takenIn = (name: string, email: string) => async (session: Session) =>
  takenBy(await readAccounts(session), name, email);

/** Rows name people by name, so no two may have one that reads the same. */
export function takenBy(
  accounts: readonly AccountRecord[],
  name: string,
  email: string,
): "email-taken" | "name-taken" | undefined {
  if (accounts.some((other) => other.email === email)) return "email-taken";
  const isSameName = (other: AccountRecord) => normalise(other.name) === normalise(name);
  return accounts.some(isSameName) ? "name-taken" : undefined;
}
