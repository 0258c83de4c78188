import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  empty: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    rowGap: tokens.spacingVerticalM,
    color: tokens.colorNeutralForeground2,
  },
  line: { margin: 0 },
});

/** A view with nothing in it yet: one line that teaches and, where there is something to do, one act. */
export function Empty({ line, children }: { readonly line: string; readonly children?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <p className={styles.line}>{line}</p>
      {children}
    </div>
  );
}
