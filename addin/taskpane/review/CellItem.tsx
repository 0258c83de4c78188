import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Place } from "../../sync/session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Acts } from "../parts/Acts.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { columnLabel } from "../session/definitions.ts";
import { es } from "../text/es.ts";

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    position: "relative",
  },
  here: {
    "::before": {
      content: "''",
      position: "absolute",
      left: 0,
      top: 0,
      bottom: 0,
      width: tokens.strokeWidthThicker,
      backgroundColor: tokens.colorCompoundBrandStroke,
      "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "Highlight" },
    },
  },
  place: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
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
  /** Other ways out. They stand after the one to the cell, which the arrows thus reach from item to item. */
  readonly acts?: ReactNode;
}

/** A cell that needs a person: where it is, what about it, and the ways out. */
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
      <Acts>
        <ActLink
          text={es.review.goTo}
          label={es.review.goToPlace(place)}
          onAct={() => void run((commands) => commands.goTo(cell.place))}
        />
        {acts}
      </Acts>
    </div>
  );
}
