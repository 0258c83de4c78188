import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ComponentType } from "react";
import type { LoadTable } from "../../sync/familiar-session.ts";
import { Hush } from "../parts/Hush.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { stageText } from "../text/load-text.ts";
import { rowsToSend } from "./load-counts.ts";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr) auto",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { fontSize: "16px", display: "inline-flex", paddingTop: tokens.spacingVerticalXXS },
  waiting: { color: tokens.colorNeutralForeground3 },
  sending: { color: tokens.colorBrandForeground1 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusWarningForeground3 },
  name: { overflowWrap: "anywhere" },
  stage: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
});

type Stage = LoadTable["stage"];

const icons: Readonly<Record<Stage, ComponentType>> = {
  waiting: CircleRegular,
  sending: ArrowSyncRegular,
  done: CheckmarkCircleFilled,
  failed: WarningFilled,
};

/** Where each sheet of the load stands. */
export function LoadStages({ tables }: { readonly tables: readonly LoadTable[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {tables.map((table) => {
        const Icon = icons[table.stage];
        return (
          <li key={`${table.worksheetId} ${table.table.proposal.data.top}`} className={styles.item}>
            <span className={mergeClasses(styles.icon, styles[table.stage])} aria-hidden>
              <Icon />
            </span>
            <div className={styles.name}>
              {table.worksheet}
              <Hush>{sheetLabel(table.table.proposal.record)}</Hush>
            </div>
            <div className={styles.stage}>{stageText[table.stage](table.sent, rowsToSend(table))}</div>
          </li>
        );
      })}
    </ul>
  );
}
