import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { QuestionCircleFilled } from "@fluentui/react-icons/svg/question-circle";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  ask: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
  },
  icon: { fontSize: "16px", lineHeight: "20px", paddingTop: tokens.spacingVerticalXXS },
  open: { color: tokens.colorStatusWarningForeground3 },
  answered: { color: tokens.colorStatusSuccessForeground1 },
});

interface AskProps {
  readonly answered: boolean;
  readonly children: ReactNode;
}

/** A question and the control that answers it, with whether it was answered. */
export function Ask({ answered, children }: AskProps) {
  const styles = useStyles();
  const Icon = answered ? CheckmarkCircleFilled : QuestionCircleFilled;
  return (
    <div className={styles.ask}>
      <span className={mergeClasses(styles.icon, answered ? styles.answered : styles.open)} aria-hidden>
        <Icon />
      </span>
      <div>{children}</div>
    </div>
  );
}
