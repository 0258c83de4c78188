import { Button, makeStyles, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { VanishedRow } from "../../sync/session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Acts } from "../parts/Acts.tsx";
import { Buttons } from "../parts/Buttons.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { es } from "../text/es.ts";
import { VoidForm } from "./VoidForm.tsx";

/** How many rows are named one by one; acts reach all of them. */
const named = 20;

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
  sentence: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalS },
  label: { overflowWrap: "anywhere" },
});

/** Rows that this workbook showed and no longer has: bring them back, leave them out, or void them with a reason. */
export function VanishedRows({ rows }: { readonly rows: readonly VanishedRow[] }) {
  const styles = useStyles();
  const { run } = useActs();
  const arrows = useArrowNavigationGroup({ axis: "grid-linear", memorizeCurrent: true });
  const [voiding, setVoiding] = useState<readonly VanishedRow[] | null>(null);
  const shown = rows.slice(0, named);
  const acts: readonly RowsAct[] = [
    {
      one: es.vanished.restore,
      all: es.vanished.restoreAll,
      act: (some) => void run((commands) => commands.restoreVanished(some)),
    },
    {
      one: es.vanished.leaveOut,
      all: es.vanished.leaveAllOut,
      act: (some) => void run((commands) => commands.forgetVanished(some)),
    },
    { one: es.vanished.void, all: es.vanished.voidAll, act: setVoiding },
  ];
  return (
    <div className={styles.section}>
      <p className={styles.sentence}>{es.vanished.why(rows.length)}</p>
      <ul className={styles.list} {...arrows}>
        {shown.map((row) => (
          <li key={row.rowId}>
            <div className={styles.label}>{nameOf(row)}</div>
            <Acts>
              {acts.map(({ one, act }) => (
                <ActLink key={one} text={one} label={`${one}: ${nameOf(row)}`} onAct={() => act([row])} />
              ))}
            </Acts>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && es.review.shown(shown.length, rows.length)}
      {voiding ? (
        <VoidForm rows={voiding} onDone={() => setVoiding(null)} />
      ) : (
        rows.length > 1 && (
          <Buttons>
            {acts.map(({ one, all, act }) => (
              <Button key={one} size="small" onClick={() => act(rows)}>
                {all(rows.length)}
              </Button>
            ))}
          </Buttons>
        )
      )}
    </div>
  );
}

/** A row whose values are not at hand has no name to show. */
const nameOf = ({ label, sheet }: VanishedRow): string =>
  label === "" ? es.vanished.unnamed(sheetLabel(sheet)) : label;

/** Something to do with one row or with all of them. */
interface RowsAct {
  readonly one: string;
  readonly all: (count: number) => string;
  readonly act: (rows: readonly VanishedRow[]) => void;
}
