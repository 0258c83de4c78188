import type { RunningPaneSession } from "../../../addin/sync/create-pane-session.ts";
import type { Outcome } from "../../../addin/sync/session.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { SavableExcel, SavedFile } from "../../addin/office/saved-excel.ts";
import { password, type Person } from "./people.ts";
import type { Browser } from "./browser.ts";
import { openDesk, type OpenDesk } from "./desk.ts";
import { Network } from "./network.ts";
import type { NetworkDeps } from "./network.ts";
import { tableOf, textOf, type SheetTable } from "./table-rows.ts";

export interface DeskPlaceDeps {
  readonly name: string;
  readonly person: Person;
  readonly browser: Browser;
  readonly records: readonly Sheet[];
  readonly network: NetworkDeps;
  now(): Date;
}

/** A workbook on somebody's table: open, killed, opened again from what was saved. */
export class DeskPlace {
  readonly name: string;
  readonly person: Person;
  readonly records: readonly Sheet[];
  readonly network: Network;
  /** The file as it was saved, oldest first. */
  readonly saved: SavedFile[];
  readonly #deps: DeskPlaceDeps;
  #open: OpenDesk | undefined;

  constructor(deps: DeskPlaceDeps, file: SavedFile) {
    this.name = deps.name;
    this.person = deps.person;
    this.records = deps.records;
    this.network = new Network(deps.network);
    this.saved = [file];
    this.#deps = deps;
  }

  async open(file: SavedFile): Promise<void> {
    const { browser, now } = this.#deps;
    const tokenStore = browser.tokenStore();
    this.#open = await openDesk({ now, file, tokenStore, fetch: this.network.fetch });
  }

  get desk(): OpenDesk {
    if (!this.#open) throw new Error(`${this.name} is not open`);
    return this.#open;
  }

  get excel(): SavableExcel {
    return this.desk.excel;
  }

  get session(): RunningPaneSession {
    return this.desk.session;
  }

  table(sheet: Sheet): SheetTable | undefined {
    return tableOf(this.excel, sheet);
  }

  /** Everything that the workbook's records say. */
  text(): string {
    return textOf(this.records.flatMap((sheet) => this.table(sheet) ?? []));
  }

  /** Signs the person in where their session has ended or was never known here. */
  async beSignedIn(): Promise<void> {
    const { phase, connection } = this.session.getState();
    if (phase === "ready" && connection !== "session-expired") return;
    await this.session.commands.signIn(this.person.email, password);
  }

  synchronise(): Promise<Outcome<unknown>> {
    return this.session.commands.synchronise();
  }

  /**
   * Does something that the add-in dies in, `steps` steps on (at the latest once it is done), and opens the workbook again:
   * as it stands then, or as it was saved last where Excel went down with it.
   */
  async dieIn(work: () => Promise<unknown>, steps: number, what: "pane" | "excel"): Promise<void> {
    const { desk } = this;
    desk.dieAfter(steps);
    await Promise.race([work(), desk.died]);
    desk.dieAfter(0);
    await desk.excel.host.settled();
    const file = what === "pane" ? desk.excel.save() : this.saved.at(-1);
    desk.abandon();
    if (!file) throw new Error(`${this.name} was never saved`);
    await this.open(file);
  }

  save(): void {
    this.saved.push(this.excel.save());
  }

  async close(): Promise<void> {
    await this.#open?.close();
    this.#open = undefined;
  }
}
