import { Field, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import { useState, type ComponentType } from "react";
import type { ProposedColumn } from "../../../shared/recognition/proposal.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Hush } from "../parts/Hush.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { columnStateText, examinationText } from "../text/examination-text.ts";
import { columnName } from "./column-name.ts";
import { ColumnSelect, type ColumnChoice } from "./ColumnSelect.tsx";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) auto",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { fontSize: "16px", display: "inline-flex", paddingTop: tokens.spacingVerticalXXS },
  sure: { color: tokens.colorStatusSuccessForeground1 },
  asked: { color: tokens.colorStatusWarningForeground3 },
  own: { color: tokens.colorNeutralForeground3 },
  name: { overflowWrap: "anywhere" },
});

type ColumnState = keyof typeof columnStateText;

const icons: Readonly<Record<ColumnState, ComponentType>> = {
  sure: CheckmarkCircleFilled,
  asked: QuestionCircleFilled,
  own: CircleRegular,
};

/** A column of the worksheet and what it is taken for. */
export function ColumnLine(choice: ColumnChoice) {
  const styles = useStyles();
  const [changing, setChanging] = useState(false);
  const { column, sheet } = choice;
  const state = stateOf(column);
  const Icon = icons[state];
  const name = columnName(column);
  return (
    <li className={styles.line}>
      <span className={mergeClasses(styles.icon, styles[state])} aria-hidden>
        <Icon />
      </span>
      <div className={styles.name}>
        <Hush>{name}</Hush>
        {changing ? (
          <Correction {...choice} name={name} />
        ) : (
          `→ ${meaning(column, (key) => sheet.columns[key]?.label)}`
        )}
      </div>
      {!changing && (
        <ActLink
          text={examinationText.change}
          label={examinationText.changeColumn(name)}
          onAct={() => setChanging(true)}
        />
      )}
    </li>
  );
}

function Correction({ name, ...choice }: ColumnChoice & { readonly name: string }) {
  const element = useFocusWithin<HTMLDivElement>("select");
  return (
    <div ref={element}>
      <Field label={{ children: examinationText.columnIs(name), hidden: true }}>
        {(field) => <ColumnSelect {...choice} field={field} />}
      </Field>
    </div>
  );
}

function stateOf({ key, asked }: ProposedColumn): ColumnState {
  if (asked) return "asked";
  return key === null ? "own" : "sure";
}

function meaning({ key, asked }: ProposedColumn, labelOf: (key: string) => string | undefined): string {
  if (asked) return columnStateText.asked;
  return key === null ? examinationText.own : (labelOf(key) ?? key);
}
