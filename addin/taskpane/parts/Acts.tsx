import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  acts: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL },
});

/** Light acts in a row. */
export function Acts({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().acts}>{children}</div>;
}
