import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  hush: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

/** What supports the main line: smaller and quieter. */
export function Hush({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().hush}>{children}</div>;
}
