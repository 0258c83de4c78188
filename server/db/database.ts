import type { Logger } from "pino";
import type { Connection } from "./connection.ts";
import { DatabaseUnavailable, DecisionStale, troubleOf } from "./failures.ts";
import { numberOf, statement, type SqlRow, type Statement } from "./statement.ts";
import { createWriteQueue } from "./write-queue.ts";

/** The rows of each statement, in order. */
export type Results = readonly (readonly SqlRow[])[];

/** The exclusive right to write: nobody else writes between its reads and its writes. */
export interface Session {
  /** One snapshot. */
  read(statements: readonly Statement[]): Promise<Results>;
  /** All or nothing, on the disk and seen by another connection when it resolves. */
  write(statements: readonly Statement[]): Promise<Results>;
}

export interface Database {
  /** One snapshot of what is committed. */
  read(statements: readonly Statement[]): Promise<Results>;
  /**
   * Runs work that reads, decides and writes, alone. It runs again from the start when another service on the same
   * remote database changed something in between. Throws `DatabaseUnavailable` when nothing can be promised, and
   * `DatabaseBusy` when too much waits already.
   */
  exclusive<T>(work: (session: Session) => Promise<T>): Promise<T>;
  readonly accepting: boolean;
  /** Takes no more work: something outside the connections says that nothing can be promised any more. */
  distrust(message: string, cause: Error): void;
  /** Lets the work in the queue finish, then closes. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly writer: Connection;
  /** Another connection to the same database: what it sees is committed. */
  readonly reader: Connection;
  readonly log: Logger;
  /** Called once, when the process must end so that it can be started again on a sound connection. */
  readonly onFatal: (error: Error) => void;
  /** How many pieces of work may wait to write. */
  readonly mostWaiting?: number;
}

const attempts = 20;
/** With pushes of a thousand rows each, some minutes. */
const usuallyWaiting = 128;
const countCommit = statement("UPDATE meta SET value = value + 1 WHERE key = 'commits' RETURNING value");
const commitsSeen = statement("SELECT value FROM meta WHERE key = 'commits'");

/** The database with the rules of docs/decisions/020-one-owner-one-queue.md: one queue, confirmed commits, fatal BUSY. */
export function createDatabase({ writer, reader, log, onFatal, mostWaiting }: DatabaseOptions): Database {
  const queue = createWriteQueue(mostWaiting ?? usuallyWaiting);
  let refusal: Error | undefined;

  function fail(message: string, cause: unknown): DatabaseUnavailable {
    const failure = new DatabaseUnavailable(message, { cause });
    if (!refusal) {
      refusal = failure;
      log.fatal({ err: failure }, "the database is not to be trusted any more");
      onFatal(failure);
    }
    return failure;
  }

  /** Runs something on a connection and turns its errors into ours. */
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (refusal) throw new DatabaseUnavailable("the database is closed", { cause: refusal });
    try {
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble === "stale") throw new DecisionStale("the database refused the change", { cause: error });
      if (trouble === "fatal") throw fail("the database connection broke", error);
      if (trouble === "passing")
        throw new DatabaseUnavailable("the database did not answer", { cause: error });
      throw error;
    }
  }

  async function write(statements: readonly Statement[]): Promise<Results> {
    const results = await guarded(() => writer.write([...statements, countCommit]));
    const [row] = results.at(-1) ?? [];
    await confirm(row ? numberOf(row, "value") : Infinity);
    return results.slice(0, -1);
  }

  /** An acknowledged write that another connection cannot see is no write (libsql-client-ts #352). */
  async function confirm(commits: number): Promise<void> {
    for (let attempt = 0; attempt < reader.patience; attempt += 1) {
      const [rows] = await guarded(() => reader.read([commitsSeen]));
      if (rows?.[0] && numberOf(rows[0], "value") >= commits) return;
      await pause(50);
    }
    throw fail("a commit was not seen by another connection", undefined);
  }

  const session: Session = { read: (statements) => guarded(() => writer.read(statements)), write };

  return {
    read: (statements) => guarded(() => reader.read(statements)),
    exclusive: (work) => queue.run(() => decideAgainWhileStale(() => work(session))),
    get accepting() {
      return refusal === undefined;
    },
    distrust: (message, cause) => void fail(message, cause),
    async close() {
      await queue.idle();
      const orderly = refusal === undefined;
      refusal ??= new Error("closed");
      await reader.close(orderly);
      await writer.close(orderly);
    },
  };
}

async function decideAgainWhileStale<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DecisionStale) || attempt === attempts) throw error;
    }
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
