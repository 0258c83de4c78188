import type { PaneDeps } from "./memory.ts";

/** Milliseconds after which a command that goes on may be waiting for the person, and between the looks. */
const pause = 1_500;

/**
 * Looks, while a command runs, whether Excel holds it up because somebody is typing in a cell: Excel raises no event
 * for that. Gives what ends the watch.
 */
export function watchCellEditing(
  { workbook, schedule }: Pick<PaneDeps, "workbook" | "schedule">,
  tell: (isEditing: boolean) => void,
): () => void {
  let ended = false;
  const look = async () => {
    const isEditing = await workbook.isCellBeingEdited();
    if (ended) return;
    tell(isEditing);
    cancel = schedule(() => void look(), pause);
  };
  let cancel = schedule(() => void look(), pause);
  return () => {
    ended = true;
    cancel();
  };
}
