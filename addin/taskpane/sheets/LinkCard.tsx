import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { LinkSummary } from "../../sync/session.ts";
import { Card } from "../parts/Card.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { QuietLink } from "../parts/QuietLink.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { es } from "../text/es.ts";
import { readyRows } from "../text/state-sentence.ts";
import { LinkTroubles } from "./LinkTroubles.tsx";

const useStyles = makeStyles({
  counts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    listStyleType: "none",
    fontVariantNumeric: "tabular-nums",
  },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  waiting: { color: tokens.colorStatusWarningForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
});

/** A record that lies in this workbook: where, how much, and whether it is safe. */
export function LinkCard({ link }: { readonly link: LinkSummary }) {
  const titleId = useId();
  const { run } = useActs();
  // A table that is gone, or that cannot be told apart from others, is nowhere.
  const isThere = link.place.worksheetId !== "";
  return (
    <Card labelledBy={titleId}>
      <div>
        <Title level={3} id={titleId}>
          {sheetLabel(link.sheet)}
        </Title>
        <Hush>
          {isThere && (
            <>
              <QuietLink
                text={link.place.worksheet}
                label={es.sheets.goTo(link.place.worksheet)}
                onAct={() => void run((commands) => commands.goTo(link.place))}
              />
              {" · "}
            </>
          )}
          {link.lastSync === null ? (
            es.sheets.neverSynced
          ) : (
            <>
              {es.sheets.synced} <Moment at={link.lastSync} />
            </>
          )}
          {!link.canWrite && ` · ${es.sheets.readOnly}`}
        </Hush>
      </div>
      {isThere && <Counts link={link} />}
      <LinkTroubles link={link} />
    </Card>
  );
}

function Counts({ link }: { readonly link: LinkSummary }) {
  const styles = useStyles();
  const ready = readyRows(link);
  const quiet = link.pending + link.wrong + link.inConflict === 0;
  return (
    <ul className={styles.counts}>
      <li>{es.sheets.rows(link.rows)}</li>
      {link.wrong > 0 && <li className={styles.wrong}>{es.sheets.wrong(link.wrong)}</li>}
      {link.inConflict > 0 && <li className={styles.wrong}>{es.sheets.inConflict(link.inConflict)}</li>}
      {ready > 0 && <li className={styles.waiting}>{es.sheets.pending(ready)}</li>}
      {quiet && link.lastSync !== null && link.troubles.length === 0 && (
        <li className={styles.good}>{es.sheets.upToDate}</li>
      )}
    </ul>
  );
}
