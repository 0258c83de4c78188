import { Button, makeStyles, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { SheetRepairs } from "../../sync/familiar-session.ts";
import { Title } from "../parts/Title.tsx";
import { repairText } from "../text/repair-text.ts";
import { doubtsOf } from "./doubts.ts";
import { cellsIn } from "./repair-counts.ts";
import { Meant } from "./Meant.tsx";
import type { Repairing } from "./repairing.tsx";

/** How many are drawn at once. */
const page = 10;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    ":not(:first-child)": { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  },
  more: { alignSelf: "flex-start" },
});

interface UncertainRepairsProps {
  readonly repairs: readonly SheetRepairs[];
  readonly repairing: Repairing;
}

/** What may have been meant, for a person to decide one by one. */
export function UncertainRepairs({ repairs, repairing }: UncertainRepairsProps) {
  const styles = useStyles();
  const [pages, setPages] = useState(1);
  const arrows = useArrowNavigationGroup({ axis: "grid-linear", memorizeCurrent: true });
  const doubts = doubtsOf(repairs);
  const shown = doubts.slice(0, pages * page);
  if (doubts.length === 0) return null;
  return (
    <>
      <Title level={3}>{repairText.uncertain(cellsIn(doubts.map(({ group }) => group)))}</Title>
      <ul className={styles.list} {...arrows}>
        {shown.map((doubt) => (
          <li key={`${doubt.link} ${doubt.column} ${doubt.group.typed}`} className={styles.item}>
            <Meant doubt={doubt} several={repairs.length > 1} repairing={repairing} />
          </li>
        ))}
      </ul>
      {doubts.length > shown.length && (
        <Button className={styles.more} appearance="subtle" onClick={() => setPages(pages + 1)}>
          {repairText.more(Math.min(page, doubts.length - shown.length))}
        </Button>
      )}
    </>
  );
}
