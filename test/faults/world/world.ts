import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Sheet } from "../../../shared/model/sheet.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import type { SavedFile } from "../../addin/office/saved-excel.ts";
import type { Founding, Person } from "./people.ts";
import { Ledger } from "../model/ledger.ts";
import { Tokens } from "../model/tokens.ts";
import { Browser } from "./browser.ts";
import { clockOf, clockShift } from "./clock.ts";
import { DeskPlace } from "./desk-place.ts";
import type { Exchange, Letter } from "./exchange.ts";
import { History } from "./history.ts";
import type { NetworkDeps } from "./network.ts";
import type { ServiceProcess } from "./service-process.ts";

type Browsers = ReadonlyMap<string, Browser>;

/** What schedules share: the service, and what it and people's browsers know of each other. */
export interface Company {
  readonly founding: Founding;
  readonly service: ServiceProcess;
  readonly browsers: Browsers;
}

/** What a schedule happens in: a company, its service, its people's workbooks, and the lines between them. */
export class World {
  readonly founding: Founding;
  readonly service: ServiceProcess;
  readonly history: History;
  readonly tokens = new Tokens();
  readonly exchanges: Exchange[] = [];
  /** Requests that are held up on the way. */
  readonly heldUp: Letter[] = [];
  /** Typed values that stood in a sheet at the end of some step. */
  readonly placed = new Set<string>();
  /** The first exchange of the last round in which everybody synchronised. */
  lastRound = 0;
  /** What an action found to be wrong by itself. */
  readonly breaches: string[] = [];
  /** The newest copy of the database, and where the history ended in it. */
  backup:
    | { readonly file: string; readonly seq: number; readonly order: number; readonly history: number }
    | undefined;
  /** Workbooks that are copies of others. */
  readonly copies: DeskPlace[] = [];
  /** Of each restore, up to which exchange its copy knows. */
  readonly #restores: number[] = [];
  readonly #forgotten = new Set<string>();
  readonly faults = new Map<string, number>();
  readonly ledger = new Ledger();
  /** What the people's clocks are ahead, by person. */
  readonly ahead = new Map<string, number>();
  /** Called while a request travels, once. */
  passing: NetworkDeps["passing"];
  readonly #browsers: Browsers;
  readonly #desks = new Map<string, DeskPlace>();

  constructor({ founding, service, browsers }: Company) {
    this.founding = founding;
    this.service = service;
    this.#browsers = browsers;
    this.history = new History(service.database);
  }

  async begin(): Promise<void> {
    this.ledger.earlier = await this.history.revisions();
    this.ledger.begunAt = this.ledger.earlier.at(-1)?.seq ?? 0;
    for (const sheet of sheets) {
      for (const row of (await this.history.rows(sheet)).values())
        this.ledger.before.set(row.id, { ...row, sheet: sheet.id });
    }
  }

  /** All that the open workbooks' records say, as one text. */
  textOfDesks(): string {
    return this.desks.map((desk) => desk.text()).join("\n");
  }

  get desks(): readonly DeskPlace[] {
    return [...this.#desks.values()];
  }

  get people(): readonly Person[] {
    return this.founding.people;
  }

  person(id: string): Person | undefined {
    return this.people.find((one) => one.id === id);
  }

  /** The workbook that a number names, opened where it is not yet: two of each person, the everyday ones first. */
  async desk(number: number): Promise<DeskPlace> {
    const person = this.people[number % this.people.length];
    if (!person) throw new Error("nobody works here");
    const files = this.founding.files[person.id] ?? [];
    const at = Math.floor(number / this.people.length) % files.length;
    const name = `${person.name.split(" ")[0]}-${at}`;
    const known = this.#desks.get(name);
    if (known) return known;
    const file = JSON.parse(readFileSync(join(this.founding.folder, files[at] ?? ""), "utf8")) as SavedFile;
    return this.openDesk(name, person, file);
  }

  async openDesk(name: string, person: Person, file: SavedFile): Promise<DeskPlace> {
    const place = new DeskPlace(
      {
        name,
        person,
        browser: this.#browserOf(person.id),
        records: recordsOf(person),
        now: () => clockOf(this.ahead.get(person.id) ?? 0)(),
        network: {
          desk: name,
          person: person.id,
          address: () => this.service.address,
          tell: (exchange) => this.tell(exchange),
          holdUp: (letter) => void this.heldUp.push(letter),
          passing: (moment, path) => this.passing?.(moment, path),
        },
      },
      file,
    );
    this.#desks.set(name, place);
    await place.open(file);
    return place;
  }

  /** Whether somebody said that a workbook is not to expect a row any more. */
  isForgotten(desk: DeskPlace, id: string): boolean {
    return this.#forgotten.has(`${desk.name} ${id}`);
  }

  /** What a copy of a workbook does not expect either. */
  inheritForgotten(from: DeskPlace, to: DeskPlace): void {
    for (const entry of this.#forgotten)
      if (entry.startsWith(`${from.name} `)) this.#forgotten.add(entry.replace(from.name, to.name));
  }

  forget(desk: DeskPlace, id: string): void {
    this.#forgotten.add(`${desk.name} ${id}`);
  }

  /** Takes in that the service goes on from the newest copy. */
  restore(seq: number): void {
    this.#restores.push(this.backup?.order ?? 0);
    this.ledger.restore(seq);
  }

  /** Whether what was written at an exchange was in every copy that was put back since. */
  survivors(order: number): boolean {
    const exchange = this.exchanges[order];
    return exchange !== undefined && this.#restores.slice(exchange.history).every((known) => order < known);
  }

  tell(exchange: Omit<Exchange, "order" | "history">): void {
    this.exchanges.push({ ...exchange, order: this.exchanges.length, history: this.ledger.current });
  }

  /** An authorisation of somebody that the service takes now. */
  authorisation(person: string): Promise<string> {
    return this.#browserOf(person).authorisation(this.service.address);
  }

  #browserOf(person: string): Browser {
    const browser = this.#browsers.get(person);
    if (!browser) throw new Error(`${person} has no browser`);
    return browser;
  }

  /** Notes that something went wrong as it was meant to. */
  hit(fault: string): void {
    this.faults.set(fault, (this.faults.get(fault) ?? 0) + 1);
  }

  /** Starts the service where it ended itself, as whoever watches over it does. */
  async ensureService(): Promise<void> {
    if (this.service.isRunning) return;
    await this.service.start();
  }

  /** Takes in what the service wrote; where it ended itself it is started first. */
  async look(): Promise<void> {
    await this.ensureService();
    await this.ledger.read(this.history);
  }

  async close(): Promise<void> {
    for (const desk of this.desks) await desk.close();
  }
}

function recordsOf({ records }: Person): readonly Sheet[] {
  return records.flatMap((id) => sheets.find((sheet) => sheet.id === id) ?? []);
}

/** Puts a copy of the founded company where a service is to run, and tells the service's clock the time. */
export async function refound(founding: Founding, service: ServiceProcess, folder: string): Promise<Company> {
  await service.stop();
  for (const name of ["ventas.db", "ventas.db-wal", "ventas.db-shm", "ventas.db.lock", "ventas.seen.json"])
    rmSync(join(folder, name), { recursive: true, force: true });
  cpSync(join(founding.folder, "data"), folder, { recursive: true });
  service.folder = folder;
  service.clockShift = clockShift;
  await service.start();
  const browsers = new Map(founding.people.map((person) => [person.id, new Browser(person, person.held)]));
  return { founding, service, browsers };
}
