import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons/svg/arrow-down";
import { ArrowRightRegular } from "@fluentui/react-icons/svg/arrow-right";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { SubtractRegular } from "@fluentui/react-icons/svg/subtract";
import type { ComponentType } from "react";
import { lookLabels } from "../text/indicator-text.ts";
import type { Look } from "./glance.ts";

const useStyles = makeStyles({
  label: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  good: { color: tokens.colorStatusSuccessForeground1 },
  fair: { color: tokens.colorStatusWarningForeground3 },
  poor: { color: tokens.colorStatusDangerForeground1 },
  plain: { color: tokens.colorNeutralForeground3 },
});

const looks: Readonly<Record<Look, { tone: "good" | "fair" | "poor" | "plain"; Icon: ComponentType }>> = {
  met: { tone: "good", Icon: CheckmarkRegular },
  near: { tone: "fair", Icon: ArrowRightRegular },
  missed: { tone: "poor", Icon: ArrowDownRegular },
  "on-pace": { tone: "good", Icon: ArrowRightRegular },
  "behind-pace": { tone: "fair", Icon: ArrowDownRegular },
  "no-target": { tone: "plain", Icon: SubtractRegular },
};

/** How a figure stands, in words, form and colour. */
export function LookLabel({ look }: { readonly look: Look }) {
  const styles = useStyles();
  const { tone, Icon } = looks[look];
  return (
    <span className={mergeClasses(styles.label, styles[tone])}>
      <Icon aria-hidden />
      {lookLabels[look]}
    </span>
  );
}
