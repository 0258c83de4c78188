import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    minWidth: 0,
  },
});

interface CardProps {
  /** Id of the title inside. */
  readonly labelledBy: string;
  readonly children: ReactNode;
}

/** One thing among several of its kind. */
export function Card({ labelledBy, children }: CardProps) {
  return (
    <article className={useStyles().card} aria-labelledby={labelledBy}>
      {children}
    </article>
  );
}
