import { makeStyles, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: 0, minWidth: 0, overflowWrap: "anywhere" },
});

interface TitleProps {
  /** Place in the outline: 2 for a view, 3 for a part of it. */
  readonly level: 2 | 3;
  readonly id?: string;
  readonly children: ReactNode;
}

/** The name of a view or of a part of one. */
export function Title({ level, id, children }: TitleProps) {
  const { title } = useStyles();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <Heading className={title} id={id}>
      {children}
    </Heading>
  );
}
