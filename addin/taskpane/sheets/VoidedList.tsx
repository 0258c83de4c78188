import { Button, makeStyles, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import type { VoidedRow, VoidedRows } from "../../sync/status-session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Buttons } from "../parts/Buttons.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Loading } from "../parts/Loading.tsx";
import { restoring } from "../review/standing/standing-acts.ts";
import { StandingActs } from "../review/standing/StandingActs.tsx";
import { WhoSaid } from "../review/standing/WhoSaid.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { statusText } from "../text/status-text.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    ":not(:first-child)": { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  },
  label: { overflowWrap: "anywhere" },
});

/** The rows of a record that do not count any more: who voided them, when and why, and how they count again. */
export function VoidedList({ voided }: { readonly voided: VoidedRows }) {
  const styles = useStyles();
  const { commands } = useActs();
  const arrows = useArrowNavigationGroup({ axis: "grid-linear", memorizeCurrent: true });
  const { stage, rows, link, more } = voided;
  return (
    <section className={styles.section} aria-label={statusText.voidedRowsOf(sheetLabel(voided.sheet))}>
      {stage === "loading" && <Loading blocks={2} />}
      {stage === "ready" && rows.length === 0 && <Hush>{statusText.noneVoided}</Hush>}
      {rows.length > 0 && (
        <ul className={styles.list} {...arrows}>
          {rows.map((row) => (
            <li key={row.rowId} className={styles.item}>
              <Voided link={link} row={row} />
            </li>
          ))}
        </ul>
      )}
      {stage === "failed" && (
        <Hush>
          {statusText.voidedFailed}{" "}
          <ActLink text={statusText.voidedAgain} onAct={() => void commands.loadVoided(link)} />
        </Hush>
      )}
      <Buttons>
        {more && (
          <Button size="small" appearance="subtle" onClick={() => void commands.loadMoreVoided()}>
            {statusText.earlier}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={() => commands.closeVoided()}>
          {statusText.close}
        </Button>
      </Buttons>
    </section>
  );
}

function Voided({ link, row }: { readonly link: string; readonly row: VoidedRow }) {
  const styles = useStyles();
  const name = row.label === "" ? statusText.unnamed : row.label;
  return (
    <>
      <div className={styles.label}>{name}</div>
      <WhoSaid by={row.by} at={row.at} reason={row.reason} />
      {row.mayRestore && <StandingActs acts={[restoring({ link, rowIds: [row.rowId] })]} about={name} />}
    </>
  );
}
