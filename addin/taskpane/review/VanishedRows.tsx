import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { VanishedRow } from "../../sync/session.ts";
import { useActs } from "../session/SessionProvider.tsx";
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
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalXS },
  row: { display: "flex", columnGap: tokens.spacingHorizontalM, alignItems: "baseline" },
  label: { flex: "1 1 0", minWidth: 0, overflowWrap: "anywhere" },
  acts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

/** Rows that this workbook showed and no longer has: bring them back, or void them with a reason. */
export function VanishedRows({ rows }: { readonly rows: readonly VanishedRow[] }) {
  const styles = useStyles();
  const { run } = useActs();
  const [voiding, setVoiding] = useState<readonly VanishedRow[] | null>(null);
  const restore = (some: readonly VanishedRow[]) => void run((commands) => commands.restoreVanished(some));
  const shown = rows.slice(0, named);
  return (
    <div className={styles.section}>
      <p className={styles.sentence}>{es.vanished.why(rows.length)}</p>
      <ul className={styles.list}>
        {shown.map((row) => (
          <li key={row.rowId} className={styles.row}>
            <span className={styles.label}>{row.label}</span>
            <Link aria-label={`${es.vanished.restore} ${row.label}`} onClick={() => restore([row])}>
              {es.vanished.restore}
            </Link>
            <Link aria-label={`${es.vanished.void} ${row.label}`} onClick={() => setVoiding([row])}>
              {es.vanished.void}
            </Link>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && es.review.shown(shown.length, rows.length)}
      {voiding ? (
        <VoidForm rows={voiding} onDone={() => setVoiding(null)} />
      ) : (
        rows.length > 1 && (
          <div className={styles.acts}>
            <Button size="small" onClick={() => restore(rows)}>
              {es.vanished.restoreAll(rows.length)}
            </Button>
            <Button size="small" onClick={() => setVoiding(rows)}>
              {es.vanished.voidAll(rows.length)}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
