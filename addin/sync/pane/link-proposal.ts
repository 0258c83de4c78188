import type { Me } from "../../../shared/contract.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { SheetGrid } from "../../../shared/recognition/grid.ts";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import type { MatrixRequest } from "../../excel/link-matrix.ts";
import type { LinkRequest } from "../../excel/link-sheet.ts";
import { planLink } from "../../excel/plan-link.ts";
import { apartReferences, settled } from "../examine.ts";
import { unreadState } from "../link-state.ts";
import { newId } from "../reference.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { markLink, recount } from "./link-commands.ts";
import type { FoundTable } from "./memory.ts";
import { visible, worldOf } from "./world.ts";

/** Links a table as it was found, marks what is wrong in it, and gives the link's id. */
export async function linkProposal(
  desk: Desk,
  me: Me,
  { reading, proposal }: FoundTable,
): Promise<Outcome<string>> {
  const { deps, memory } = desk;
  const sheet = deps.sheets.find(({ id }) => id === proposal.record);
  const { grid, worksheetId, worksheet } = reading;
  if (!sheet || !grid) return failed({ code: "not-found" });
  if (grid.protected) return failed({ code: "protected", worksheet });
  const agreed = settled(visible(proposal, worldOf(desk, me), me));
  const request = requestFor(sheet, worksheetId, grid, agreed);
  const id = await deps.workbook.command(async (editor) => {
    const link =
      "plan" in request
        ? await editor.link(request, memory.workbookId)
        : await editor.linkMatrix(request, memory.workbookId);
    memory.links.set(link.id, unreadState(link, sheet));
    await recount(desk, editor, [unreadState(link, sheet)]);
    await markLink(desk, editor, link.id);
    return link.id;
  });
  return done(id);
}

function requestFor(
  sheet: Sheet,
  worksheetId: string,
  grid: SheetGrid,
  proposal: Proposal,
): LinkRequest | MatrixRequest {
  const what = { id: newId(), sheet, worksheetId, grid };
  if (proposal.layout === "matrix") return { ...what, proposal };
  const plan = planLink(proposal, grid);
  const apart = apartReferences(proposal, grid, plan);
  return { ...what, proposal, plan, apart };
}

/** Makes a linked sheet of the staff what it was, and forgets the link; the rows in the service stay. */
export function putBack(desk: Desk, id: string): Promise<Outcome> {
  return desk.perform("validating", async () => {
    const { deps, memory } = desk;
    const state = memory.links.get(id);
    if (!state || (state.link.layout === "list" && !state.link.origin)) return failed({ code: "not-found" });
    await deps.workbook.putBack(state.link);
    memory.links.delete(id);
    return done(undefined);
  });
}
