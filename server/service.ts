import { pino, type Logger } from "pino";
import type { PushedRow, RowAnswer, VoidAnswer } from "../shared/contract.ts";
import { indicators as allIndicators } from "../shared/indicators/registry.ts";
import type { Person } from "../shared/model/access.ts";
import type { Indicator } from "../shared/model/indicator.ts";
import type { Sheet } from "../shared/model/sheet.ts";
import type { TableDefinition } from "../shared/model/table.ts";
import { schemaFingerprint } from "../shared/schema-fingerprint.ts";
import { sheets as allSheets } from "../shared/sheets/registry.ts";
import { tables as allTables } from "../shared/tables/registry.ts";
import { createApp, type AppOptions } from "./app.ts";
import { databaseFor } from "./http/database-for.ts";
import { createFolderStore } from "./attachments/folder-store.ts";
import { attachmentsFolder, type ObjectStore } from "./attachments/object-store.ts";
import type { Database } from "./db/database.ts";
import { currentEpoch, type Epoch } from "./db/epoch.ts";
import { DatabaseUnavailable } from "./db/failures.ts";
import { createLastSeenNote, type LastSeenNote } from "./db/last-seen.ts";
import { migrate } from "./db/migrate.ts";
import { cannotOpen, openDatabase, type Place } from "./db/open-database.ts";
import { createPersonalDesk, type PersonalDesk } from "./personal/personal-desk.ts";
import { createImportDesk, type ImportDesk } from "./import/import-desk.ts";
import { createIdentity, type Identity } from "./identity/accounts.ts";
import { createAuth, migrateAccounts, type AuthOptions } from "./identity/auth.ts";
import { createEntra, type Entra } from "./identity/entra/entra.ts";
import type { EntraSettings } from "./identity/entra/entra-settings.ts";
import { createNewcomers, type Newcomers } from "./identity/entra/newcomers.ts";
import { createMailer, type MailSettings } from "./identity/mail.ts";
import { createPasswords, type PasswordCost } from "./identity/passwords.ts";
import type { People } from "./identity/people.ts";
import { createSessions } from "./identity/sessions.ts";
import { createTokens } from "./identity/tokens.ts";
import { createLeases } from "./live/leases.ts";
import { createLiveDesk, liveTimes, type LiveTimes } from "./live/live-desk.ts";
import { pushRows, type Writing } from "./push-rows.ts";
import { voidThem } from "./row-standing.ts";
import { sheetById, type Service } from "./service-parts.ts";

export interface ServiceOptions extends AppOptions {
  readonly place: Place;
  readonly company: string;
  /** Signs the tokens; whoever knows it can forge them. At least 32 characters. */
  readonly secret: string;
  /** The moment that rows are judged by. */
  readonly now?: () => Date;
  /** The moment that sessions, codes and waits go by; the machine's own unless given. */
  readonly clock?: () => Date;
  /** The mail server; without one nobody gets a letter. */
  readonly mail?: MailSettings | undefined;
  /** Signing in by password asks for a code by e-mail too. */
  readonly asksCode?: boolean;
  /** The company's directory at Microsoft; without one nobody signs in by it. */
  readonly entra?: EntraSettings | undefined;
  /** The work of one hash of a password, where it is not the usual. */
  readonly passwordCost?: PasswordCost;
  readonly log?: Logger;
  /** Where photos and documents lie; in a folder beside the database unless given. */
  readonly objects?: ObjectStore;
  readonly sheets?: readonly Sheet[];
  readonly indicators?: readonly Indicator[];
  readonly tables?: readonly TableDefinition[];
  readonly liveTimes?: Partial<LiveTimes>;
  /** The process should end: the database can no longer be trusted. Without it the error is thrown out of the event loop. */
  readonly onFatal?: (error: Error) => void;
}

/** The whole service in this process, without a socket. */
export interface RunningService {
  readonly app: ReturnType<typeof createApp>;
  readonly people: People;
  readonly newcomers: Newcomers;
  /** Rows as that person would have pushed them at that moment: every decision is taken, only HTTP is left out. */
  importAs(person: Person, rows: readonly PushedRow[], how: ImportOptions): Promise<readonly RowAnswer[]>;
  /** Voids rows as that person would have. */
  voidAs(person: Person, what: VoidOptions, how: ImportOptions): Promise<VoidAnswer>;
  /** What an import of files asks beside writing. */
  readonly importing: ImportDesk;
  /** What people ask of their own data. */
  readonly personal: PersonalDesk;
  /** Ends the streams of live notices, which would go on for ever, and begins no others. */
  endStreams(): void;
  /** Finishes what was begun and gives the database back. */
  stop(): Promise<void>;
}

export type ImportOptions = Omit<Writing, "person">;

export interface VoidOptions {
  readonly sheet: string;
  readonly rows: readonly { readonly id: string; readonly base: number }[];
  readonly reason: string;
}

/** Rows decided at once in an import. */
const importRows = 2_000;

/** Opens the database, brings its tables up to the definitions, and puts the service together. Throws `StartFailure`. */
export async function createService(options: ServiceOptions): Promise<RunningService> {
  const { log = pino({ level: "silent" }), now = () => new Date(), place } = options;
  const sheets = options.sheets ?? allSheets;
  let isRunning = false;
  // What breaks while it starts is told by the start itself.
  const onFatal = (error: Error) => (isRunning ? (options.onFatal ?? throwOut)(error) : undefined);
  const database = await openDatabase({ place, log, onFatal });
  try {
    await migrate(database, sheets, now);
    const authOptions = { database, secret: options.secret, log };
    await migrateAccounts(authOptions);
    const { accounts, people, peopleOn, entra, newcomersOn, settled } = identityOf(options, authOptions);
    const note = createLastSeenNote(place.folder, log);
    const epoch = await beginEpoch(database, note, place, log);
    const live = createLiveDesk({
      database,
      sheets,
      log,
      times: { ...liveTimes, ...options.liveTimes },
      isShared: place.server !== undefined,
    });
    const service: Service = {
      database,
      accounts,
      people,
      entra,
      newcomers: newcomersOn(database),
      as(caller) {
        const written = databaseFor(database, caller, options.clock ?? (() => new Date()));
        return { ...service, database: written, people: peopleOn(written), newcomers: newcomersOn(written) };
      },
      objects: options.objects ?? createFolderStore(attachmentsFolder(place.folder)),
      company: options.company,
      sheets,
      indicators: options.indicators ?? allIndicators,
      tables: options.tables ?? allTables,
      schema: schemaFingerprint(sheets),
      epoch,
      log,
      now,
      live,
      leases: createLeases(now),
      reached(seq) {
        note.reached(seq);
        live.reached(seq);
      },
    };
    isRunning = true;
    if (!database.accepting) throw new DatabaseUnavailable("the database was lost while the service started");
    return running(service, { ...options, settled, flush: note.flush });
  } catch (error) {
    const broke = !database.accepting;
    await database.close();
    throw broke ? cannotOpen(place, error) : error;
  }
}

function identityOf(
  { secret, company, mail, asksCode = false, clock = () => new Date(), passwordCost, entra }: ServiceOptions,
  authOptions: AuthOptions,
): Identity & { readonly entra: Entra | undefined; newcomersOn(database: Database): Newcomers } {
  const { database, log } = authOptions;
  const tokens = createTokens(secret);
  const auth = createAuth(authOptions);
  const identity = createIdentity({
    database,
    tokens,
    company,
    secret,
    log,
    asksCode,
    now: clock,
    auth,
    sessions: createSessions({ database, tokens, now: clock }),
    passwords: createPasswords(passwordCost),
    mailer: mail && createMailer(mail),
  });
  return {
    ...identity,
    entra: entra && createEntra(entra, { auth, database, now: clock }),
    newcomersOn: (written) => createNewcomers(written, clock),
  };
}

/** The history that goes on, noted before anybody adds to it. */
async function beginEpoch(database: Database, note: LastSeenNote, place: Place, log: Logger): Promise<Epoch> {
  // A file without its note came from elsewhere; a server may be asked from a new machine at any time.
  const unseen = place.server ? "trusted" : "restored";
  const { epoch, seq, isRestored } = await currentEpoch(database, note.read(), unseen);
  note.begin({ epoch: epoch.name, seq, versionFloor: epoch.versionFloor });
  if (isRestored) log.warn({ epoch: epoch.name }, "an older copy of the database begins another history");
  return epoch;
}

interface Running extends AppOptions {
  readonly settled: () => Promise<void>;
  readonly flush: () => void;
}

function running(service: Service, options: Running): RunningService {
  return {
    app: createApp(service, options),
    people: service.people,
    newcomers: service.newcomers,
    async importAs(person, rows, how) {
      const answers: RowAnswer[] = [];
      for (let first = 0; first < rows.length; first += importRows) {
        const result = await pushRows(
          service,
          { person, ...how },
          null,
          rows.slice(first, first + importRows),
        );
        if (!result.ok) throw new Error(`the import is malformed at ${result.field}`);
        answers.push(...result.answer.answers);
      }
      return answers;
    },
    importing: createImportDesk(service),
    personal: createPersonalDesk(service),
    async voidAs(person, { sheet: id, rows, reason }, how) {
      const sheet = sheetById(service, id);
      if (!sheet) throw new Error(`there is no record "${id}"`);
      return voidThem(service, { person, ...how }, { sheet, rows, reason });
    },
    endStreams: () => service.live.close(),
    async stop() {
      service.live.close();
      await options.settled();
      await service.database.close();
      options.flush();
    },
  };
}

function throwOut(error: Error): void {
  setImmediate(() => {
    throw error;
  });
}
