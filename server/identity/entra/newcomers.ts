import type { RefusedAccount } from "../../../shared/contract/people.ts";
import type { Role } from "../../../shared/model/role.ts";
import { writeRecorded, type AuditedEvent } from "../../audit/record-event.ts";
import type { Database } from "../../db/database.ts";
import {
  bindTo,
  forgetRefusal,
  letIn,
  readEntraRecords,
  turnAway,
  type EntraRecord,
} from "../../db/entra-people.ts";
import { readAccounts, type AccountRecord } from "../../db/read-people.ts";
import type { Statement } from "../../db/statement.ts";

/** `stale`: nobody waits under that id any more, or there is nobody to link them to. */
export type NewcomerAct = "done" | "stale";

/**
 * Who came in by the company's directory and is not known yet, as the administrator decides on them. `by` is the id of the
 * administrator, null for a command on the server.
 */
export interface Newcomers {
  approve(person: string, role: Role, by: string | null): Promise<NewcomerAct>;
  /** Says no: nothing is kept of who waited but that their account was refused. */
  reject(person: string, by: string | null): Promise<NewcomerAct>;
  /** Says that who waits is somebody whom the company has already: only a person can know that, never an e-mail. */
  link(person: string, to: string, by: string | null): Promise<NewcomerAct>;
  /** Lets an account that was refused ask again. `account` is the address that the directory shows. */
  reconsider(account: string, by: string | null): Promise<NewcomerAct>;
  /** The addresses whose accounts were refused, the newest first. */
  refused(): Promise<readonly RefusedAccount[]>;
  /** The addresses that the directory shows, by the ids of the people that they open. */
  accounts(): Promise<ReadonlyMap<string, string>>;
}

interface Decision {
  readonly statements: readonly Statement[];
  readonly event: Pick<AuditedEvent<"approved" | "rejected">, "kind" | "about" | "details">;
}

export function createNewcomers(database: Database, now: () => Date): Newcomers {
  /** Decides on somebody who still waits, and tells the audit in the same write. */
  const decide = (
    person: string,
    by: string | null,
    decision: (accounts: readonly AccountRecord[]) => Decision | undefined,
  ): Promise<NewcomerAct> =>
    database.exclusive(async (session) => {
      const accounts = await readAccounts(session);
      const isWaiting = accounts.some(({ id, state }) => id === person && state === "waiting");
      const decided = isWaiting ? decision(accounts) : undefined;
      if (!decided) return "stale";
      await writeRecorded(session, decided.statements, { ...decided.event, by, at: now() });
      return "done";
    });

  return {
    approve: (person, role, by) =>
      decide(person, by, () => ({
        statements: letIn(person, role),
        event: { kind: "approved", about: person, details: { role } },
      })),
    reject: (person, by) =>
      decide(person, by, () => ({
        statements: turnAway(person, now().toISOString()),
        event: { kind: "rejected", about: person, details: {} },
      })),
    async link(person, to, by) {
      const bound = await boundAccounts(database);
      return decide(person, by, (accounts) => {
        const owner = accounts.find(({ id, state }) => id === to && ["active", "invited"].includes(state));
        if (!owner || bound.has(to)) return undefined;
        return {
          statements: bindTo(person, to),
          event: { kind: "approved", about: to, details: { role: owner.role } },
        };
      });
    },
    reconsider: (account, by) =>
      database.exclusive(async (session) => {
        const records = await readEntraRecords(session);
        const refused = records.filter((one) => one.person === null && isSame(one.account, account));
        if (refused.length === 0) return "stale";
        const details = { accounts: refused.map(({ object }) => object) };
        const event = { kind: "reconsidered", about: null, by, at: now(), details } as const;
        await writeRecorded(session, refused.map(forgetRefusal), event);
        return "done";
      }),
    refused: async () => refusedAccounts(await readEntraRecords(database)),
    accounts: () => boundAccounts(database),
  };
}

async function boundAccounts(database: Pick<Database, "read">): Promise<ReadonlyMap<string, string>> {
  const records = await readEntraRecords(database);
  return new Map(records.flatMap(({ person, account }) => (person === null ? [] : [[person, account]])));
}

/** Each address once, at the last time that it was refused. */
function refusedAccounts(records: readonly EntraRecord[]): readonly RefusedAccount[] {
  const refused = records
    .flatMap(({ person, account, at, refusedAt }) =>
      person === null ? [{ account, at: refusedAt ?? at }] : [],
    )
    .toSorted((one, other) => other.at.localeCompare(one.at));
  return refused.filter(
    ({ account }, place) => !refused.slice(0, place).some((one) => isSame(one.account, account)),
  );
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
