import type { Me } from "../../../shared/contract.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { SheetGrid } from "../../../shared/recognition/grid.ts";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import type { MatrixRequest } from "../../excel/link-matrix.ts";
import type { LinkRequest } from "../../excel/link-sheet.ts";
import { planLink } from "../../excel/plan-link.ts";
import type { Editor } from "../../excel/workbook.ts";
import { apartReferences, isAsking, settled } from "../examine.ts";
import { unreadState } from "../link-state.ts";
import { newId } from "../reference.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";
import { keepFormerRows, recogniseFormer } from "./former-rows.ts";
import { markLink, recount } from "./link-commands.ts";
import type { FoundTable, Memory } from "./memory.ts";
import { visible, worldOf } from "./world.ts";

/**
 * Links a table as it was found, marks what is wrong in it, and gives the link's id. `stands` is told as soon as the link
 * is there: what fails afterwards is not the linking.
 */
export async function linkProposal(
  desk: Desk,
  me: Me,
  { reading, proposal }: FoundTable,
  stands: (link: string) => void,
): Promise<Outcome<string>> {
  const { deps, memory } = desk;
  const sheet = deps.sheets.find(({ id }) => id === proposal.record);
  const { grid, worksheetId, worksheet } = reading;
  if (!sheet || !grid) return failed({ code: "not-found" });
  if (grid.protected) return failed({ code: "protected", worksheet });
  if (proposal.layout === "matrix" && isAsking(proposal)) return failed({ code: "unanswered" });
  const agreed = settled(visible(proposal, worldOf(desk, me), me));
  const request = requestFor(sheet, worksheetId, grid, agreed);
  await deps.workbook.command(async (editor) => {
    // Excel may have the command run again: what stands is not linked twice.
    const former = memory.former.get(sheet.id);
    const state =
      memory.links.get(request.id) ?? unreadState(await linkAs(editor, request, memory), sheet, former);
    memory.links.set(request.id, state);
    stands(request.id);
    await recount(desk, editor, [state]);
    await markLink(desk, editor, request.id);
  });
  const linked = memory.links.get(request.id);
  if (linked) memory.links.set(request.id, await recogniseFormer(desk, linked));
  return done(request.id);
}

function linkAs(editor: Editor, request: LinkRequest | MatrixRequest, { workbookId }: Memory) {
  return "plan" in request ? editor.link(request, workbookId) : editor.linkMatrix(request, workbookId);
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
  return desk.perform("unlinking", async () => {
    const { deps, memory } = desk;
    const state = memory.links.get(id);
    if (!state || (state.link.layout === "list" && !state.link.origin)) return failed({ code: "not-found" });
    await keepFormerRows(desk, state);
    await deps.workbook.putBack(state.link);
    memory.links.delete(id);
    return done(undefined);
  });
}
