import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { CloudOffRegular } from "@fluentui/react-icons/svg/cloud-off";
import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { TableAddRegular } from "@fluentui/react-icons/svg/table-add";
import type { ComponentType } from "react";
import type { Tone } from "../text/state-sentence.ts";

const useStyles = makeStyles({
  icon: { flex: "none", fontSize: "16px", display: "inline-flex" },
  saved: { color: tokens.colorStatusSuccessForeground1 },
  waiting: { color: tokens.colorStatusWarningForeground3 },
  working: { color: tokens.colorBrandForeground1 },
  troubled: { color: tokens.colorStatusWarningForeground3 },
  offline: { color: tokens.colorNeutralForeground3 },
  expired: { color: tokens.colorStatusDangerForeground1 },
  empty: { color: tokens.colorNeutralForeground3 },
});

const icons: Readonly<Record<Tone, ComponentType>> = {
  saved: CheckmarkCircleFilled,
  waiting: CircleRegular,
  working: ArrowSyncRegular,
  troubled: WarningFilled,
  offline: CloudOffRegular,
  expired: LockClosedRegular,
  empty: TableAddRegular,
};

/** The state at a glance, in form and colour; the sentence beside it says the same. */
export function FootIcon({ tone }: { readonly tone: Tone }) {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <span className={mergeClasses(styles.icon, styles[tone])} aria-hidden>
      <Icon />
    </span>
  );
}
