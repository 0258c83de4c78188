import type { Me } from "../../../shared/contract.ts";
import { excelFailureOf } from "../../excel/failure.ts";
import { examineTable, recognise } from "../examine.ts";
import type { Load, LoadTable } from "../familiar-session.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { countDuplicates } from "./duplicate-rows.ts";
import { synchroniseLinks } from "./link-commands.ts";
import { linkProposal } from "./link-proposal.ts";
import type { FoundTable, LoadingTable } from "./memory.ts";
import { learn } from "./synonym-commands.ts";
import { linkedPlaces, worldOf } from "./world.ts";

/** Looks at every worksheet of the workbook, and asks the service which rows it has already; nothing is changed. */
export function examineWorkbook(desk: Desk): Promise<Outcome> {
  return desk.perform("examining", async ({ signal }) => {
    const { memory, store } = desk;
    const { me } = memory;
    if (!me) return failed({ code: "unauthenticated" });
    await learn(desk);
    const looked = await lookAtSheets(desk, me, signal);
    if (!looked) return failed({ code: "cancelled" });
    const { found, leftOut } = looked;
    const tables: LoadTable[] = [];
    for (const table of found) {
      const shown = await describeTable(desk, me, table, signal);
      if (!shown.ok) return shown;
      tables.push(shown.value);
    }
    memory.loading = found.map((table) => ({ ...table, link: null }));
    store.set({ load: { phase: "report", tables, leftOut } });
    return done(undefined);
  });
}

/** The tables of all worksheets, those of hidden ones only where no other has any; undefined once cancelled. */
async function lookAtSheets(desk: Desk, me: Me, signal: AbortSignal) {
  const { deps, memory } = desk;
  const [visible, hidden]: [FoundTable[], FoundTable[]] = [[], []];
  const leftOut: string[] = [];
  const ids = await deps.workbook.worksheetIds();
  for (const [at, id] of ids.entries()) {
    if (signal.aborted) return undefined;
    const reading = await deps.workbook.readSheet(id);
    desk.progress(at + 1, ids.length);
    if (!reading) continue;
    const { proposals, trouble } = recognise(reading, worldOf(desk, me), linkedPlaces(memory));
    const tables = trouble ? [] : proposals.map((proposal) => ({ reading, proposal }));
    if (reading.grid?.hidden) hidden.push(...tables);
    else visible.push(...tables);
    const isOurs = trouble?.code === "already-linked" || trouble?.code === "empty";
    if (tables.length === 0 && !isOurs && !reading.grid?.hidden) leftOut.push(reading.worksheet);
  }
  return { found: visible.length > 0 ? visible : hidden, leftOut };
}

async function describeTable(
  desk: Desk,
  me: Me,
  { reading, proposal }: FoundTable,
  signal: AbortSignal,
): Promise<Outcome<LoadTable>> {
  const { worksheetId, worksheet, grid } = reading;
  if (!grid) return failed({ code: "not-found" });
  const duplicates = await countDuplicates(desk, me, proposal, grid, signal);
  if (!duplicates.ok) return duplicates;
  const table = examineTable(proposal, grid, worldOf(desk, me));
  return done({ worksheetId, worksheet, table, duplicates: duplicates.value, stage: "waiting", sent: 0 });
}

/** Links and sends the chosen tables; the others are left out of the load. What is linked stays linked, whatever comes after; bad rows stay, marked. */
export function startLoad(desk: Desk, chosen: readonly number[]): Promise<Outcome> {
  const wanted = new Set(chosen);
  const isWanted = (_: unknown, at: number) => wanted.has(at);
  const { memory, store } = desk;
  const { tables, leftOut } = store.get().load ?? { tables: [], leftOut: [] };
  const kept = tables.filter(isWanted);
  const left = tables.flatMap(({ worksheetId, worksheet }) =>
    kept.some((one) => one.worksheetId === worksheetId) ? [] : [worksheet],
  );
  memory.loading = memory.loading.filter(isWanted);
  change(desk, { tables: kept, leftOut: [...leftOut, ...new Set(left)] });
  return resumeLoad(desk);
}

/** Goes on where the load was stopped. */
export function resumeLoad(desk: Desk): Promise<Outcome> {
  return desk.perform("sending", async ({ signal }) => {
    const { me } = desk.memory;
    if (!me || !desk.store.get().load) return failed({ code: "not-found" });
    change(desk, { phase: "running" });
    for (const at of desk.memory.loading.keys()) {
      if (desk.store.get().load?.tables[at]?.stage === "done") continue;
      const outcome = await loadTable(desk, me, at, signal);
      if (outcome.ok) continue;
      change(desk, { phase: "paused" });
      return outcome.failure.code === "cancelled" ? done(undefined) : outcome;
    }
    change(desk, { phase: "done" });
    return done(undefined);
  });
}

/** Stops after the request that is under way; whatever was answered is in the sheets. */
export function pauseLoad(desk: Desk): void {
  if (desk.store.get().load?.phase === "running") desk.cancel();
}

export function closeLoad(desk: Desk): void {
  pauseLoad(desk);
  desk.memory.loading = [];
  desk.store.set({ load: null });
}

/** Links one table where that was not done yet, and sends its rows. One that Excel refuses is told and left out. */
async function loadTable(desk: Desk, me: Me, at: number, signal: AbortSignal): Promise<Outcome> {
  if (signal.aborted) return failed({ code: "cancelled" });
  changeTable(desk, at, { stage: "sending" });
  const linked = await linkOnce(desk, me, at);
  if (!linked.ok) {
    changeTable(desk, at, { stage: "failed" });
    return done(undefined);
  }
  const state = desk.memory.links.get(linked.value);
  if (!state) return failed({ code: "not-found" });
  const told = (sent: number) => changeTable(desk, at, { sent });
  const [result] = await synchroniseLinks(desk, me, [state], signal, { told });
  desk.publish();
  if (result?.failure) {
    changeTable(desk, at, { stage: "waiting" });
    return failed(result.failure);
  }
  changeTable(desk, at, { stage: "done" });
  return done(undefined);
}

async function linkOnce(desk: Desk, me: Me, at: number): Promise<Outcome<string>> {
  const { memory } = desk;
  const table = memory.loading[at];
  if (!table) return failed({ code: "not-found" });
  if (table.link !== null) return done(table.link);
  try {
    const now = await asItIsNow(desk, me, table);
    if (!now) return failed({ code: "not-found" });
    return await linkProposal(desk, me, now, (link) => {
      memory.loading = memory.loading.with(at, { ...table, link });
    });
  } catch (error) {
    const failure = excelFailureOf(error);
    if (!failure) throw error;
    return failed(failure);
  }
}

/** A table of a worksheet in which another one was linked meanwhile stands elsewhere by now: it is looked for again. */
async function asItIsNow(desk: Desk, me: Me, table: LoadingTable): Promise<FoundTable | undefined> {
  const { memory, deps } = desk;
  const { worksheetId } = table.reading;
  const isMoved = memory.loading.some(
    (other) => other.link !== null && other.reading.worksheetId === worksheetId,
  );
  if (!isMoved) return table;
  const reading = await deps.workbook.readSheet(worksheetId);
  if (!reading) return undefined;
  const { proposals } = recognise(reading, worldOf(desk, me), linkedPlaces(memory));
  const proposal = proposals.find((one) => isSame(one, table.proposal));
  return proposal && { reading, proposal };
}

function isSame(one: FoundTable["proposal"], other: FoundTable["proposal"]): boolean {
  const headersOf = ({ columns }: FoundTable["proposal"]) => columns.map(({ header }) => header).join("\n");
  return (
    one.record === other.record &&
    one.headerRows.at(-1) === other.headerRows.at(-1) &&
    headersOf(one) === headersOf(other)
  );
}

function change({ store }: Desk, part: Partial<Load>): void {
  const { load } = store.get();
  if (load) store.set({ load: { ...load, ...part } });
}

function changeTable(desk: Desk, at: number, part: Partial<LoadTable>): void {
  const tables = desk.store.get().load?.tables ?? [];
  change(desk, { tables: tables.map((table, place) => (place === at ? { ...table, ...part } : table)) });
}
