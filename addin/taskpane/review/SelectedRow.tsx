import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { PaneState } from "../../sync/session.ts";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { usePane } from "../session/SessionProvider.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { es } from "../text/es.ts";
import { Attachments } from "./attachments/Attachments.tsx";
import { CellHistory } from "./history/CellHistory.tsx";
import { GroupItems } from "./GroupItems.tsx";
import { ManyRows } from "./standing/ManyRows.tsx";
import { RowStanding } from "./standing/RowStanding.tsx";
import { groupSize, rowOfQueue, type ReviewGroup } from "./queue.ts";

const useStyles = makeStyles({
  section: {
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: tokens.spacingHorizontalS,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    "@media (forced-colors: active)": { outline: "1px solid CanvasText" },
  },
});

interface SelectedRowProps {
  readonly groups: readonly ReviewGroup[];
  readonly selection: NonNullable<PaneState["selection"]>;
}

/** What there is about the row where the user stands in the sheet. */
export function SelectedRow({ groups, selection }: SelectedRowProps) {
  const styles = useStyles();
  const titleId = useId();
  const { links, chosen } = usePane();
  const link = links.find(({ id }) => id === selection.link);
  const group = groups.find((one) => one.link === selection.link);
  const row = group && rowOfQueue(group, selection.row);
  if (!link) return null;
  if (chosen && chosen.rows.length > 1)
    return (
      <section className={styles.section} aria-labelledby={titleId}>
        <ManyRows chosen={chosen} titleId={titleId} />
      </section>
    );
  const standing = chosen?.rows[0];
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Title level={3} id={titleId}>
        {es.review.selected}
      </Title>
      {chosen && standing && <RowStanding chosen={chosen} row={standing} />}
      {row && groupSize(row) > 0 ? (
        <GroupItems group={row} />
      ) : (
        standing?.stage !== "returned" && (
          <Hush>{es.review.selectedClean(selection.row, sheetLabel(link.sheet))}</Hush>
        )
      )}
      <CellHistory selection={selection} />
      <Attachments selection={selection} />
    </section>
  );
}
