import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { LinkSummary } from "../../sync/session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Acts } from "../parts/Acts.tsx";
import { Card } from "../parts/Card.tsx";
import { Counts, type CountItem } from "../parts/Counts.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { QuietLink } from "../parts/QuietLink.tsx";
import { Title } from "../parts/Title.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { es } from "../text/es.ts";
import { statusText } from "../text/status-text.ts";
import { readyRows } from "../../sync/ready-rows.ts";
import { CardMenu } from "./CardMenu.tsx";
import { LinkTroubles } from "./LinkTroubles.tsx";
import { PutBack } from "./PutBack.tsx";
import { VoidedList } from "./VoidedList.tsx";

const useStyles = makeStyles({
  head: {
    display: "flex",
    justifyContent: "space-between",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalS,
  },
  name: { minWidth: 0 },
});

/** A record that lies in this workbook: where, how much, and whether it is safe. */
export function LinkCard({ link }: { readonly link: LinkSummary }) {
  const titleId = useId();
  const label = sheetLabel(link.sheet);
  const styles = useStyles();
  const { run, commands } = useActs();
  const { voided } = usePane();
  const [puttingBack, setPuttingBack] = useState(false);
  // A table that is gone, or that cannot be told apart from others, is nowhere.
  const isThere = link.place.worksheetId !== "";
  return (
    <Card labelledBy={titleId}>
      <div className={styles.head}>
        <div className={styles.name}>
          <Title level={3} id={titleId}>
            {label}
          </Title>
          <Hush>
            {isThere && (
              <>
                <QuietLink
                  text={link.place.worksheet}
                  label={es.sheets.goTo(link.place.worksheet)}
                  onAct={() => void run((some) => some.goTo(link.place))}
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
        {isThere && link.isStaffs && <CardMenu label={label} onPutBack={() => setPuttingBack(true)} />}
      </div>
      {isThere && <RowCounts link={link} />}
      {isThere && link.elsewhere !== undefined && <Hush>{es.sheets.elsewhere(link.elsewhere)}</Hush>}
      <LinkTroubles link={link} />
      {voided?.link === link.id ? (
        <VoidedList voided={voided} />
      ) : (
        isThere &&
        link.lastSync !== null && (
          <Acts>
            <ActLink
              text={statusText.voidedRows}
              label={statusText.voidedRowsOf(label)}
              onAct={() => void commands.loadVoided(link.id)}
            />
          </Acts>
        )
      )}
      {puttingBack && <PutBack link={link} onClose={() => setPuttingBack(false)} />}
    </Card>
  );
}

function RowCounts({ link }: { readonly link: LinkSummary }) {
  const ready = readyRows(link);
  const quiet = link.pending + link.wrong + link.inConflict === 0;
  const texts = es.sheets;
  const isUpToDate = quiet && link.lastSync !== null && link.troubles.length === 0;
  const counts: readonly CountItem[] = [
    { text: texts.rows(link.rows), tone: "plain" },
    ...shown(link.wrong, texts.wrong, "wrong"),
    ...shown(link.inConflict, texts.inConflict, "wrong"),
    ...shown(ready, texts.pending, "waiting"),
    ...(isUpToDate ? [{ text: texts.upToDate, tone: "good" } as const] : []),
  ];
  return <Counts counts={counts} />;
}

/** A number worth showing; none where there is nothing to count. */
function shown(
  count: number,
  text: (count: number) => string,
  tone: CountItem["tone"],
): readonly CountItem[] {
  return count > 0 ? [{ text: text(count), tone }] : [];
}
