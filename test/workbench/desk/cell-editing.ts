import type { FUniver } from "@univerjs/presets";
import type { ExcelHost } from "../../excel-host/create-excel-host.ts";

/** Whether Excel refuses requests because somebody types in a cell: really, or as the bar's switch pretends. */
export interface CellEditing {
  pretend: (isOn: boolean) => void;
}

/** Tells the host when a cell is being typed into. */
export function followCellEditing(api: FUniver, { cellEdit }: Pick<ExcelHost, "cellEdit">): CellEditing {
  const reasons = { typing: false, pretending: false };
  const change = (reason: keyof typeof reasons, isOn: boolean) => {
    reasons[reason] = isOn;
    if (reasons.typing || reasons.pretending) cellEdit.enter();
    else cellEdit.leave();
  };
  api.addEvent(api.Event.SheetEditStarted, () => change("typing", true));
  api.addEvent(api.Event.SheetEditEnded, () => change("typing", false));
  return { pretend: (isOn) => change("pretending", isOn) };
}
