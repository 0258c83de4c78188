import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  counts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontVariantNumeric: "tabular-nums",
  },
  plain: {},
  wrong: { color: tokens.colorStatusDangerForeground1 },
  waiting: { color: tokens.colorStatusWarningForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
});

export interface CountItem {
  readonly text: string;
  readonly tone: "plain" | "wrong" | "waiting" | "good";
}

/** Numbers of rows side by side, in the colour of what they mean. */
export function Counts({ counts }: { readonly counts: readonly CountItem[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.counts}>
      {counts.map(({ text, tone }) => (
        <li key={text} className={mergeClasses(styles[tone])}>
          {text}
        </li>
      ))}
    </ul>
  );
}
