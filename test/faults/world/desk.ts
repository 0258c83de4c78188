import { createApi } from "../../../addin/api/create-api.ts";
import type { TokenStore } from "../../../addin/api/token-store.ts";
import { createWorkbook } from "../../../addin/excel/create-workbook.ts";
import { createPaneSession, type RunningPaneSession } from "../../../addin/sync/create-pane-session.ts";
import { indicators } from "../../../shared/indicators/registry.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { tables } from "../../../shared/tables/registry.ts";
import { openExcel, type SavableExcel, type SavedFile } from "../../addin/office/saved-excel.ts";

/** Somebody at an Excel of their own with the add-in's session in it. */
export interface OpenDesk {
  readonly excel: SavableExcel;
  readonly session: RunningPaneSession;
  /** Runs what waits for a quiet moment, as if it had passed. */
  quietMoment(): Promise<void>;
  /** After this many more steps (requests and batches of Excel) the add-in is gone: nothing of it goes on. */
  dieAfter(steps: number): void;
  /** Resolves when it is gone. */
  readonly died: Promise<void>;
  /** Ends the session and closes the workbook. */
  close(): Promise<void>;
  /** Closes the workbook around a session that is gone. */
  abandon(): void;
}

export interface DeskOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
  readonly file?: SavedFile;
  /** What the browser keeps for the pane between two openings. */
  readonly tokenStore: TokenStore;
}

/** Opens a workbook with the add-in in it, for somebody whose session is still good. */
export async function openDesk(options: DeskOptions): Promise<OpenDesk> {
  const { fetch, now, file, tokenStore } = options;
  const life = createLife();
  const excel = openExcel({ office: { excelApi: "1.17" }, takes: life.step }, file);
  const waiting = new Set<() => void>();
  const session = createPaneSession({
    api: createApi({
      baseUrl: "http://servicio",
      tokenStore,
      fetch: (input, init) => (life.step() ? fetch(input, init) : new Promise(() => undefined)),
    }),
    workbook: createWorkbook(excel),
    sheets,
    tables,
    indicators,
    now,
    schedule(task) {
      waiting.add(task);
      return () => waiting.delete(task);
    },
  });
  await Promise.race([session.start(), life.died]);
  return {
    excel,
    session,
    died: life.died,
    dieAfter: life.dieAfter,
    async quietMoment() {
      await excel.host.settled();
      const tasks = [...waiting];
      waiting.clear();
      for (const task of tasks) task();
      await session.settled();
      await excel.host.settled();
    },
    async close() {
      await session.stop();
      excel.dispose();
    },
    abandon: () => excel.dispose(),
  };
}

/** Counts the steps of an add-in that is to die after some. */
function createLife() {
  let left = Infinity;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => (die = resolve));
  return {
    died,
    dieAfter(steps: number) {
      left = steps;
      if (left <= 0) die();
    },
    /** Whether the next step is taken. */
    step() {
      if (left <= 0) return false;
      left -= 1;
      if (left <= 0) die();
      return left > 0;
    },
  };
}
