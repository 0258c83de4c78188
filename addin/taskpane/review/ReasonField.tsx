import type { CellIssue } from "../../sync/session.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { columnLabel, sheetById } from "../session/definitions.ts";
import { reasonText } from "../text/reason-text.ts";
import { fillOf, useFill } from "./Filling.tsx";
import type { ReviewGroup } from "./queue.ts";
import { ReasonForm } from "./ReasonForm.tsx";

interface ReasonFieldProps {
  readonly item: CellIssue;
  /** The group of the item: its other rows that ask for a reason may take the same one. */
  readonly group: ReviewGroup;
}

export const asksReason = ({ issue }: CellIssue): boolean => issue.code === "reason-required";

/** Asks for the reason of a new version where it is missed: fills the cell and sends it. */
export function ReasonField({ item, group }: ReasonFieldProps) {
  const { run } = useActs();
  const fill = useFill();
  const asking = group.mistakes.filter(asksReason);
  const save = async (items: readonly CellIssue[], reason: string) => {
    if (await fill(items.map((one) => fillOf(one, reason)))) await run((commands) => commands.synchronise());
  };
  const all = {
    label: reasonText.saveAll(asking.length),
    onGive: (reason: string) => void save(asking, reason),
  };
  return (
    <ReasonForm
      label={reasonLabel(item)}
      shortest={1}
      main={{ label: reasonText.save, onGive: (reason) => void save([item], reason) }}
      other={asking.length > 1 ? all : undefined}
    />
  );
}

/** The header of the column that holds the reason. */
function reasonLabel({ sheet, issue }: CellIssue): string {
  return columnLabel(sheet, sheetById(sheet)?.versioning?.reason ?? issue.column);
}
