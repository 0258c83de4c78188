import {
  Button,
  makeStyles,
  tokens,
  typographyStyles,
  useArrowNavigationGroup,
} from "@fluentui/react-components";
import { useState } from "react";
import type { ReturnedRow } from "../../../sync/status-session.ts";
import { ActLink } from "../../parts/ActLink.tsx";
import { Hush } from "../../parts/Hush.tsx";
import { useActs } from "../../session/SessionProvider.tsx";
import { es } from "../../text/es.ts";
import { statusText } from "../../text/status-text.ts";
import { answering } from "./standing-acts.ts";
import { StandingActs } from "./StandingActs.tsx";
import { WhoSaid } from "./WhoSaid.tsx";

/** How many rows are drawn at once. */
const page = 20;

const useStyles = makeStyles({
  section: { paddingTop: tokens.spacingVerticalS },
  title: { ...typographyStyles.body1Strong, margin: 0 },
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

/** Rows that came back to be corrected: by whom, when and why, and the ways out. */
export function ReturnedRows({ rows }: { readonly rows: readonly ReturnedRow[] }) {
  const styles = useStyles();
  const [pages, setPages] = useState(1);
  const arrows = useArrowNavigationGroup({ axis: "grid-linear", memorizeCurrent: true });
  const shown = rows.slice(0, pages * page);
  return (
    <section className={styles.section}>
      <h4 className={styles.title}>{statusText.returnedTitle(rows.length)}</h4>
      <ul className={styles.list} {...arrows}>
        {shown.map((row) => (
          <li key={row.rowId} className={styles.item}>
            <Returned row={row} />
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button appearance="subtle" onClick={() => setPages(pages + 1)}>
          {es.review.more(Math.min(rows.length - shown.length, page))}
        </Button>
      )}
    </section>
  );
}

function Returned({ row }: { readonly row: ReturnedRow }) {
  const styles = useStyles();
  const { run } = useActs();
  const name = row.label === "" ? es.vanished.unnamed(String(row.row)) : row.label;
  return (
    <>
      <div className={styles.label}>{es.review.place(row.row, name)}</div>
      <WhoSaid {...row.status} />
      <Hush>{row.isChanged ? statusText.returnedChanged : statusText.returnedWhy}</Hush>
      <StandingActs
        acts={row.isChanged ? [] : [answering({ link: row.link, rowIds: [row.rowId] })]}
        about={name}
        before={
          <ActLink
            text={statusText.goToRow}
            label={statusText.goToRowNamed(name)}
            onAct={() => void run((commands) => commands.goTo(row.place))}
          />
        }
      />
    </>
  );
}
