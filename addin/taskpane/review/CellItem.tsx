import { Link, makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Place } from "../../sync/session.ts";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { columnLabel } from "../session/definitions.ts";
import { es } from "../text/es.ts";

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
  },
  here: { borderLeftColor: tokens.colorCompoundBrandStroke },
  place: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  acts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
});

interface CellItemProps {
  readonly cell: {
    readonly link: string;
    readonly sheet: string;
    readonly row: number;
    readonly place: Place;
  };
  readonly column: string;
  readonly children: ReactNode;
  /** Ways out before the one to the cell. */
  readonly acts?: ReactNode;
}

/** A cell that needs a person: where it is, what about it, and the ways out; the last one is to go there. */
export function CellItem({ cell, column, children, acts }: CellItemProps) {
  const styles = useStyles();
  const { run } = useActs();
  const { selection } = usePane();
  const here = selection?.link === cell.link && selection.row === cell.row;
  const place = es.review.place(cell.row, columnLabel(cell.sheet, column));
  return (
    <div className={mergeClasses(styles.item, here && styles.here)}>
      <div className={styles.place}>{place}</div>
      {children}
      <div className={styles.acts}>
        {acts}
        <Link
          aria-label={es.review.goToPlace(place)}
          onClick={() => void run((commands) => commands.goTo(cell.place))}
        >
          {es.review.goTo}
        </Link>
      </div>
    </div>
  );
}
