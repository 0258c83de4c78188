import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import type { CellIssue } from "../../sync/session.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { columnLabel, sheetById } from "../session/definitions.ts";
import { es } from "../text/es.ts";
import { fillOf, useFill } from "./Filling.tsx";
import type { ReviewGroup } from "./queue.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

interface ReasonFieldProps {
  readonly item: CellIssue;
  /** The group of the item: its other rows that ask for a reason may take the same one. */
  readonly group: ReviewGroup;
}

export const asksReason = ({ issue }: CellIssue): boolean => issue.code === "reason-required";

/** Asks for the reason of a new version where it is missed: fills the cell and sends it. */
export function ReasonField({ item, group }: ReasonFieldProps) {
  const styles = useStyles();
  const { run } = useActs();
  const fill = useFill();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const asking = group.mistakes.filter(asksReason);
  const save = async (items: readonly CellIssue[]) => {
    const text = reason.trim();
    setMissing(text === "");
    if (text === "") return;
    if (await fill(items.map((one) => fillOf(one, text)))) await run((commands) => commands.synchronise());
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void save([item]);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field label={reasonLabel(item)} {...(missing ? { validationMessage: es.reason.empty } : {})}>
        <Input value={reason} maxLength={longestReason} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <Buttons>
        <Button type="submit" size="small">
          {es.reason.save}
        </Button>
        {asking.length > 1 && (
          <Button size="small" onClick={() => void save(asking)}>
            {es.reason.saveAll(asking.length)}
          </Button>
        )}
      </Buttons>
    </form>
  );
}

/** What the column of reasons admits, in characters. */
const longestReason = 300;

/** The header of the column that holds the reason. */
function reasonLabel({ sheet, issue }: CellIssue): string {
  return columnLabel(sheet, sheetById(sheet)?.versioning?.reason ?? issue.column);
}
