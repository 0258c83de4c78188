import type { FamiliarCommands } from "../familiar-session.ts";
import { failed, type Desk } from "./desk.ts";

/** The commands about the staff's own sheets. */
export function familiarCommands(desk: Desk): FamiliarCommands {
  const later = async () => failed({ code: "unexpected" });
  return {
    examine: later,
    amendExamination: later,
    linkExamined: later,
    closeExamination: () => desk.store.set({ examination: null }),
    putBack: later,
    repair: later,
    repairCertain: later,
    acceptWarning: later,
    examineWorkbook: later,
    startLoad: later,
    pauseLoad: () => undefined,
    resumeLoad: later,
    closeLoad: () => desk.store.set({ load: null }),
  };
}
