import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { RepairSuggestion } from "../../../shared/repair/plan-repairs.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Acts } from "../parts/Acts.tsx";
import { columnLabel, sheetLabel } from "../session/definitions.ts";
import { repairText, rowsInWords } from "../text/repair-text.ts";
import type { Doubt } from "./doubts.ts";
import { rowNumbers } from "./row-numbers.ts";
import type { Repairing } from "./repairing.tsx";

const useStyles = makeStyles({
  place: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  question: { overflowWrap: "anywhere" },
});

interface MeantProps {
  readonly doubt: Doubt;
  /** There are several sheets, so that the doubt's must be named. */
  readonly several: boolean;
  readonly repairing: Repairing;
}

/** «¿Quiso decir…?»: what was typed, where, and what it may be. */
export function Meant({
  doubt: { link, sheet, numbers, column, group, choices },
  several,
  repairing,
}: MeantProps) {
  const styles = useStyles();
  const typed = String(group.typed);
  const [only] = choices;
  const choose = ({ label, cell }: RepairSuggestion) =>
    repairing.repair(`${link} ${column} ${typed}`, (commands) =>
      commands.repair(link, column, [{ ...group, becomes: cell, shown: label }]),
    );
  return (
    <>
      <div className={styles.place}>
        {[
          ...(several ? [sheetLabel(sheet)] : []),
          rowsInWords(rowNumbers(group.rows, numbers)),
          columnLabel(sheet, column),
        ].join(" · ")}
      </div>
      <div className={styles.question}>
        {only && choices.length === 1 ? repairText.meant(typed, only.label) : repairText.meantOneOf(typed)}
      </div>
      <Acts>
        {choices.map((suggestion) => (
          <ActLink
            key={suggestion.label}
            text={repairText.use(suggestion.label)}
            label={repairText.choose(suggestion.label, typed)}
            onAct={() => choose(suggestion)}
          />
        ))}
      </Acts>
    </>
  );
}
