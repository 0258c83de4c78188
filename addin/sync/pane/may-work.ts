import { excelFailureOf } from "../../excel/failure.ts";
import type { Desk } from "./desk.ts";

/** Milliseconds since the last change at this Excel after which the sheet may be written to by itself. */
const quiet = 2_000;
/** The same where a write takes from the person what Ctrl+Z would undo: only what they asked for, and not amid their work. */
const longQuiet = 60_000;

/**
 * Whether the pane may write into the sheets now without being asked. `isOwed`: the person asked for it, or would have,
 * had there been a connection. `never`: this Excel does not undo what add-ins write, so that a person decides.
 */
export async function mayWork(
  { deps, memory, isBusy }: Desk,
  { isOwed }: { readonly isOwed: boolean },
): Promise<"now" | "later" | "never"> {
  const since = deps.now().getTime() - memory.authorship.touchedAt;
  if (isBusy() || since < quiet) return "later";
  try {
    if (await deps.workbook.isCellBeingEdited()) return "later";
    if (await deps.workbook.sparesUndo()) return "now";
  } catch (error) {
    if (!excelFailureOf(error)) throw error;
    return "later";
  }
  if (!isOwed) return "never";
  return since < longQuiet ? "later" : "now";
}
