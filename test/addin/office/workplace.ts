import { createApi } from "../../../addin/api/create-api.ts";
import { createTokenStore, type TokenStore } from "../../../addin/api/token-store.ts";
import { createWorkbook } from "../../../addin/excel/create-workbook.ts";
import { createPaneSession, type RunningPaneSession } from "../../../addin/sync/create-pane-session.ts";
import type { Directory } from "../../../addin/sync/directory-session.ts";
import type { Outcome, PaneState } from "../../../addin/sync/session.ts";
import { indicators } from "../../../shared/indicators/registry.ts";
import { columnKeys, type Sheet } from "../../../shared/model/sheet.ts";
import type { Cell } from "../../../shared/model/value.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { tables } from "../../../shared/tables/registry.ts";
import { openExcel, type SavableExcel, type SavedFile } from "./saved-excel.ts";
import { now, password, type Company, type Employee } from "./company.ts";

/** Somebody at their own Excel with the add-in's session. */
export interface Workplace extends RunningPaneSession {
  readonly excel: SavableExcel;
  readonly network: Network;
  /** For how many milliseconds each task was put off. */
  readonly waits: readonly number[];
  /** Runs the tasks that wait for a quiet moment, as if it had passed. */
  quietMoment(): Promise<void>;
  /** Runs the tasks that wait, and no more than they do: what somebody just did is judged. */
  moment(): Promise<void>;
  /** Resolves once the pane shows a state like this. */
  until(shows: (state: PaneState) => boolean): Promise<void>;
  /** Runs the tasks that were put off for so many milliseconds at most, then those that they put off, until it shows this. */
  passTime(most: number, shows: (state: PaneState) => boolean): Promise<void>;
  /** The computer says that it has a network again. */
  comeOnline(): void;
  leave(): Promise<void>;
}

/** The network between a workplace and the service. */
export interface Network {
  /** `up`; `down`; `deaf`: requests arrive and are carried out, but no answer comes back. */
  state: "up" | "down" | "deaf";
  /** Called when a request has arrived, before it is answered. */
  onRequest?: (path: string) => void;
  /** What comes back instead of the service's answer. */
  readonly answer?: () => Response;
  /** What comes back instead for some paths. */
  readonly refuse?: (path: string) => Response | undefined;
  readonly requests: { readonly path: string; readonly body: unknown }[];
}

export interface WorkplaceOptions {
  /** The workbook that is opened; an empty one otherwise. */
  readonly file?: SavedFile;
  readonly tokenStore?: TokenStore;
  readonly network?: Network;
  readonly excelApi?: string;
  /** Requirement sets beside the usual ones. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** Somebody is typing in a cell when the add-in begins. */
  readonly typing?: true;
  /** False where the test begins the session by itself; then nobody is signed in either. */
  readonly begins?: boolean;
  readonly payloadLimit?: number;
  readonly clock?: () => Date;
  /** The session hears of others' changes and tries again by itself. */
  readonly live?: true;
  /** How this Excel gets a token of Microsoft, where it does. */
  readonly directory?: (excel: SavableExcel) => Directory;
}

/** Opens an Excel of its own, begins a session in it, and signs the person in. */
export async function openWorkplace(
  company: Company,
  person: Employee,
  {
    file,
    excelApi = "1.17",
    requirementSets = {},
    typing,
    begins = true,
    clock = now,
    payloadLimit,
    live,
    directory,
    tokenStore = createTokenStore(null),
    network = { state: "up", requests: [] },
  }: WorkplaceOptions = {},
): Promise<Workplace> {
  const excel = openExcel(
    { ...(payloadLimit === undefined ? {} : { payloadLimit }), office: { excelApi, requirementSets } },
    file,
  );
  if (typing) excel.host.cellEdit.enter();
  const waiting = new Map<() => void, number>();
  const online = new Set<() => void>();
  const waits: number[] = [];
  const session = createPaneSession({
    api: createApi({
      baseUrl: "http://servicio",
      tokenStore,
      fetch: over(company, network),
    }),
    workbook: createWorkbook(excel),
    sheets,
    tables,
    indicators,
    now: clock,
    schedule(task, milliseconds) {
      waiting.set(task, milliseconds);
      waits.push(milliseconds);
      return () => waiting.delete(task);
    },
    ...(directory ? { directory: directory(excel) } : {}),
    ...(live ? { live: { random: () => 0, onOnline: heardBy(online) } } : {}),
  });
  if (begins) await session.start();
  if (begins && session.getState().phase !== "ready")
    required(await session.commands.signIn(person.email, password));
  return {
    ...session,
    excel,
    network,
    waits,
    async quietMoment() {
      await excel.host.settled();
      const tasks = [...waiting.keys()];
      waiting.clear();
      for (const task of tasks) task();
      await session.recount();
    },
    async moment() {
      await excel.host.settled();
      const tasks = [...waiting.keys()];
      waiting.clear();
      for (const task of tasks) task();
      await session.settled();
      await excel.host.settled();
    },
    until: (shows) =>
      new Promise((resolve) => {
        const look = () => {
          if (!shows(session.getState())) return;
          stop();
          resolve();
        };
        const stop = session.subscribe(look);
        look();
      }),
    async passTime(most, shows) {
      while (!shows(session.getState())) {
        for (const [task, milliseconds] of Array.from(waiting)) {
          if (milliseconds > most) continue;
          waiting.delete(task);
          task();
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    comeOnline() {
      for (const listener of online) listener();
    },
    async leave() {
      await session.stop();
      excel.dispose();
    },
  };
}

const heardBy = (listeners: Set<() => void>) => (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function over(company: Company, network: Network): typeof globalThis.fetch {
  return async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (network.state === "down") throw new TypeError("fetch failed");
    const text = typeof init?.body === "string" ? init.body : "null";
    network.requests.push({ path: pathname, body: JSON.parse(text) });
    network.onRequest?.(pathname);
    const response = network.answer?.() ?? network.refuse?.(pathname) ?? (await company.fetch(input, init));
    if (network.state === "deaf") throw new TypeError("fetch failed");
    return response;
  };
}

/** Cells of a new row from some columns on, in the order of the definition; what is not named stays empty. */
export function pasteRow(sheet: Sheet, cells: Readonly<Record<string, Cell>>): readonly Cell[] {
  return columnKeys(sheet).map((key) => cells[key] ?? "");
}

/** The value of an outcome that must be a success. */
export function required<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  return outcome.value;
}

/** Ids of the rows that travelled in pushes since a moment. */
export function pushedIds({ network }: Workplace, since = 0): readonly string[] {
  return network.requests
    .slice(since)
    .filter(({ path }) => path === "/api/push")
    .flatMap(({ body }) => (body as { rows: { id: string }[] }).rows.map(({ id }) => id));
}

/** The cells of a linked table, as rows by header; controls included. */
export async function tableCells(
  { excel }: Workplace,
  table: string,
): Promise<readonly Readonly<Record<string, Cell>>[]> {
  return excel.Excel.run(async (context) => {
    const range = context.workbook.tables.getItem(table).getRange().load({ values: true });
    await context.sync();
    const [headers = [], ...rows] = range.values as Cell[][];
    return rows.map((row) =>
      Object.fromEntries(headers.map((header, at) => [String(header), row[at] ?? ""])),
    );
  });
}
