import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReasonsMissing } from "../../sync/familiar-session.ts";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { columnLabel, sheetById, sheetLabel } from "../session/definitions.ts";
import { reasonText } from "../text/reason-text.ts";
import { ReasonForm } from "./ReasonForm.tsx";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

/** A matrix has no column for reasons: its changes are given one together, and sent. */
export function MatrixReasons() {
  const { reasonsMissing } = usePane();
  return reasonsMissing.map((missing) => <MatrixReason key={missing.link} missing={missing} />);
}

function MatrixReason({ missing: { link, sheet, rows } }: { readonly missing: ReasonsMissing }) {
  const styles = useStyles();
  const { run } = useActs();
  const give = async (reason: string) => {
    const given = await run((commands) => commands.giveReason(link, reason));
    if (given.ok) await run((commands) => commands.synchronise());
  };
  const column = sheetById(sheet)?.versioning?.reason;
  return (
    <section className={styles.section} aria-label={sheetLabel(sheet)}>
      {reasonText.matrix(rows, sheetLabel(sheet))}
      <ReasonForm
        label={column === undefined ? reasonText.open : columnLabel(sheet, column)}
        shortest={1}
        main={{ label: reasonText.save, onGive: (reason) => void give(reason) }}
      />
    </section>
  );
}
