import type { FamiliarCommands } from "../familiar-session.ts";
import type { Desk } from "./desk.ts";
import { acceptWarning } from "./accept-warning.ts";
import { amendExamination, closeExamination, examine, linkExamined } from "./examine-commands.ts";
import { closeLoad, examineWorkbook, pauseLoad, resumeLoad, startLoad } from "./load-commands.ts";
import { giveReason } from "./give-reason.ts";
import { repair, repairCertain } from "./repair-commands.ts";
import { putBack } from "./link-proposal.ts";

/** The commands about the staff's own sheets. */
export function familiarCommands(desk: Desk): FamiliarCommands {
  return {
    examine: () => examine(desk),
    amendExamination: (table, amendment) => amendExamination(desk, table, amendment),
    linkExamined: (table) => linkExamined(desk, table),
    closeExamination: () => closeExamination(desk),
    putBack: (link) => putBack(desk, link),
    giveReason: (link, reason) => giveReason(desk, link, reason),
    repair: (link, column, groups) => repair(desk, link, column, groups),
    repairCertain: () => repairCertain(desk),
    acceptWarning: (issue, reason) => acceptWarning(desk, issue, reason),
    examineWorkbook: () => examineWorkbook(desk),
    startLoad: (tables) => startLoad(desk, tables),
    pauseLoad: () => pauseLoad(desk),
    resumeLoad: () => resumeLoad(desk),
    closeLoad: () => closeLoad(desk),
  };
}
