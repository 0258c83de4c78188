import type { Me } from "../../../shared/contract.ts";
import type { Amendment } from "../../../shared/recognition/proposal.ts";
import { amend } from "../../../shared/recognition/recognise.ts";
import { examineTable, recognise } from "../examine.ts";
import type { ExaminationTrouble } from "../familiar-session.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { linkProposal } from "./link-proposal.ts";
import { learn, tellColleagues } from "./synonym-commands.ts";
import { validate } from "./link-commands.ts";
import { linkedPlaces, worldOf } from "./world.ts";

/** Looks at the worksheet in front and proposes what it is; nothing is changed. */
export function examine(desk: Desk): Promise<Outcome> {
  return desk.perform("examining", async () => {
    const { memory, deps } = desk;
    if (!memory.me) return failed({ code: "unauthenticated" });
    await learn(desk);
    const reading = await deps.workbook.readActiveSheet();
    const { proposals, trouble } = recognise(reading, worldOf(desk, memory.me), linkedPlaces(memory));
    memory.examined = { reading, proposals, said: proposals.map(() => new Map()) };
    show(desk, memory.me, trouble);
    return done(undefined);
  });
}

/** Corrects a proposal; nothing is changed in the sheet. What the person said of headers is kept for colleagues. */
export function amendExamination(desk: Desk, table: number, amendment: Amendment): Promise<Outcome> {
  return desk.act(async () => {
    const { memory, store } = desk;
    const { me, examined } = memory;
    const proposal = examined?.proposals[table];
    const grid = examined?.reading.grid;
    if (!me || !proposal || !grid) return failed({ code: "not-found" });
    const amended = amend(proposal, grid, amendment, worldOf(desk, me));
    const said = new Map([...(examined.said[table] ?? []), ...(amendment.columns ?? [])]);
    memory.examined = {
      ...examined,
      proposals: examined.proposals.with(table, amended),
      said: examined.said.with(table, said),
    };
    show(desk, me, store.get().examination?.trouble ?? null);
    return done(undefined);
  }, null);
}

/** Links a table as proposed, and judges its rows. Columns that nobody answered for stay the staff's own. */
export function linkExamined(desk: Desk, table: number): Promise<Outcome> {
  return desk.perform("linking", async ({ retryAs }) => {
    const { memory } = desk;
    const { me, examined } = memory;
    const proposal = examined?.proposals[table];
    if (!me || !examined || !proposal) return failed({ code: "not-found" });
    const linked = await linkProposal(desk, me, { reading: examined.reading, proposal }, () => {
      // The link stands: doing it all again would find another sheet.
      retryAs(() => validate(desk));
      closeExamination(desk);
    });
    if (!linked.ok) return linked;
    await tellColleagues(desk, proposal, examined.said[table] ?? new Map());
    return done(undefined);
  });
}

export function closeExamination({ memory, store }: Desk): void {
  memory.examined = null;
  store.set({ examination: null });
}

function show(desk: Desk, me: Me, trouble: ExaminationTrouble | null): void {
  const { examined } = desk.memory;
  if (!examined) return;
  const { worksheetId, worksheet, grid } = examined.reading;
  const world = worldOf(desk, me);
  const tables = grid ? examined.proposals.map((proposal) => examineTable(proposal, grid, world)) : [];
  desk.store.set({ examination: { worksheetId, worksheet, tables, trouble } });
}
