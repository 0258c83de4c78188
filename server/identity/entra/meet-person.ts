import type { Role } from "../../../shared/model/role.ts";
import { normalise, tidy } from "../../../shared/text/normalise.ts";
import { writeRecorded } from "../../audit/record-event.ts";
import type { Database } from "../../db/database.ts";
import { addEntraRecord, findEntraRecord, renameEntraAccount } from "../../db/entra-people.ts";
import { readAccounts, type AccountRecord } from "../../db/read-people.ts";
import type { Auth } from "../auth.ts";
import type { PersonState } from "../person-state.ts";
import type { EntraPerson } from "./check-token.ts";

/** Where somebody of the directory stands with the company; `person` is their id where their account may open. */
export type Standing =
  | { readonly standing: "known"; readonly person: string }
  | { readonly standing: "waiting" }
  | { readonly standing: "refused" };

export interface MeetingDeps {
  readonly auth: Auth;
  readonly database: Database;
  readonly now: () => Date;
}

/** Until the administrator gives one, the account has to have some role. It opens nothing: whoever waits gets no session. */
const roleOfWaiting: Role = "operations";

/**
 * Finds whom an account of the directory opens, by directory and object alone. At its first time a person is made who
 * waits for the administrator: an e-mail that equals a colleague's proves nothing, and links to nobody.
 */
export async function meetPerson(deps: MeetingDeps, who: EntraPerson): Promise<Standing> {
  const record = await findEntraRecord(deps.database, who);
  if (!record) return greet(deps, who);
  const account = accountOf(who);
  if (record.account !== account) await note(deps.database, who, account);
  if (record.person === null) return { standing: "refused" };
  const accounts = await readAccounts(deps.database);
  return standingOf(accounts.find(({ id }) => id === record.person));
}

function standingOf(account: AccountRecord | undefined): Standing {
  if (!account) return { standing: "refused" };
  const standings: Readonly<Record<PersonState, Standing>> = {
    active: { standing: "known", person: account.id },
    // Whoever is linked becomes active by it: an invitation alone opens nothing.
    invited: { standing: "waiting" },
    waiting: { standing: "waiting" },
    inactive: { standing: "refused" },
  };
  return standings[account.state];
}

async function greet(deps: MeetingDeps, who: EntraPerson): Promise<Standing> {
  const person = await makeWaiting(deps, who);
  await deps.database.exclusive(async (session) => {
    // Two panes of one person may ask at once.
    if (await findEntraRecord(session, who)) return;
    const at = deps.now();
    const { tenant, object } = who;
    const record = { tenant, object, person, account: accountOf(who), at: at.toISOString() };
    await writeRecorded(session, [addEntraRecord(record)], {
      kind: "approval-asked",
      by: null,
      about: person,
      at,
      details: { how: "entra" },
    });
  });
  return { standing: "waiting" };
}

/** The id of the person who waits. Whoever was made before an interruption is found again by the address. */
async function makeWaiting({ auth, database }: MeetingDeps, who: EntraPerson): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const email = addressOf(who);
  const known = () => internalAdapter.findUserByEmail(email);
  const before = await known();
  if (before) return before.user.id;
  const name = freeName(who, await readAccounts(database));
  const state: PersonState = "waiting";
  try {
    const user = await internalAdapter.createUser(
      { name, email, emailVerified: false, role: roleOfWaiting, state },
      { method: "admin" },
    );
    return user.id;
  } catch (error) {
    // No two people have one address: the other pane was first.
    const meanwhile = await known();
    if (!meanwhile) throw error;
    return meanwhile.user.id;
  }
}

/**
 * Accounts are kept by an e-mail. This one no mail reaches (RFC 2606 keeps `.invalid`), so that neither a password nor a
 * code by e-mail ever opens what only the directory may open.
 */
const addressOf = ({ tenant, object }: EntraPerson) => `${object}@${tenant}.${unreachable}`;
const unreachable = "entra.invalid";

/** Whether an account has no e-mail of its own. */
export const isUnreachable = (email: string): boolean => email.endsWith(`.${unreachable}`);

/** Rows name people by name: whoever has a colleague's carries the account beside it until somebody looks. */
function freeName(who: EntraPerson, accounts: readonly AccountRecord[]): string {
  const taken = new Set(accounts.map(({ name }) => normalise(name)));
  const plain = legible(who.name ?? "").slice(0, 60) || accountOf(who).slice(0, 60);
  const candidates = [plain, `${plain} (${accountOf(who).slice(0, 50)})`, `${plain} (${who.object})`];
  return candidates.find((name) => name.length >= 3 && !taken.has(normalise(name))) ?? who.object;
}

const accountOf = ({ account, object }: EntraPerson): string =>
  legible(account ?? "").slice(0, 120) || object;

/** What a directory says of people is drawn and stored as one line. */
const legible = (text: string): string => tidy(text.replaceAll(/\p{C}/gu, " "));

function note(database: Database, who: EntraPerson, account: string): Promise<void> {
  return database.exclusive(
    async (session) => void (await session.write([renameEntraAccount(who, account)])),
  );
}
