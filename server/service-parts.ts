import type { Logger } from "pino";
import type { Indicator } from "../shared/model/indicator.ts";
import type { Sheet } from "../shared/model/sheet.ts";
import type { TableDefinition } from "../shared/model/table.ts";
import type { ObjectStore } from "./attachments/object-store.ts";
import type { Database } from "./db/database.ts";
import type { Epoch } from "./db/epoch.ts";
import type { Accounts, Caller } from "./identity/accounts.ts";
import type { Entra } from "./identity/entra/entra.ts";
import type { Newcomers } from "./identity/entra/newcomers.ts";
import type { People } from "./identity/people.ts";
import type { Leases } from "./live/leases.ts";
import type { LiveDesk } from "./live/live-desk.ts";

/** What the service is made of; routes and decisions take from it what they need. */
export interface Service {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly people: People;
  /** Signing in by the company's directory at Microsoft; undefined where there is none. */
  readonly entra: Entra | undefined;
  /** Who came in by it and waits for the administrator. */
  readonly newcomers: Newcomers;
  /** Where photos and documents lie. */
  readonly objects: ObjectStore;
  readonly company: string;
  readonly sheets: readonly Sheet[];
  readonly indicators: readonly Indicator[];
  readonly tables: readonly TableDefinition[];
  /** Fingerprint of the records. */
  readonly schema: string;
  readonly epoch: Epoch;
  /** Where live notices are told. */
  readonly live: LiveDesk;
  readonly leases: Leases;
  readonly log: Logger;
  now(): Date;
  /** The same for one caller, in whose name nothing is written once they are not who they were when they asked. */
  as(caller: Caller): Service;
  /** Told of every new place in the history. */
  reached(seq: number): void;
}

export function sheetById(service: Pick<Service, "sheets">, id: string): Sheet | undefined {
  return service.sheets.find((sheet) => sheet.id === id);
}

/** Versions never repeat those that were given out before a backup was put back. */
export function versionAfter(epoch: Epoch, version: number): number {
  return Math.max(version, epoch.versionFloor) + 1;
}
