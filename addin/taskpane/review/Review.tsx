import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { WrenchRegular } from "@fluentui/react-icons/svg/wrench";
import { useMemo } from "react";
import type { CellIssue } from "../../sync/session.ts";
import { Empty } from "../parts/Empty.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { issueFix } from "../text/issue-fixes.ts";
import { Filling, fillOf, useFill } from "./Filling.tsx";
import { Groups } from "./Groups.tsx";
import { isMistake, reviewGroups, type Queue } from "./queue.ts";
import { SelectedRow } from "./SelectedRow.tsx";

const useStyles = makeStyles({
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
});

/** What needs a person, by sheet, worst first; the row selected in the sheet stands on top. */
export function Review() {
  const { issues, conflicts, vanished, selection } = usePane();
  const queue = useMemo(() => ({ issues, conflicts, vanished }), [issues, conflicts, vanished]);
  const groups = useMemo(() => reviewGroups(queue), [queue]);
  return (
    <Page>
      <Filling>
        {groups.length > 0 && <Head queue={queue} />}
        {selection && <SelectedRow groups={groups} selection={selection} />}
        {groups.length > 0 ? <Groups groups={groups} /> : <Empty line={es.review.nothing} />}
      </Filling>
    </Page>
  );
}

function Head({ queue }: { readonly queue: Queue }) {
  const styles = useStyles();
  const fill = useFill();
  const repairs = useMemo(() => queue.issues.flatMap(safeRepair), [queue.issues]);
  return (
    <div className={styles.head}>
      <Title level={2}>{summary(queue)}</Title>
      {repairs.length > 0 && (
        <Button size="small" icon={<WrenchRegular />} onClick={() => void fill(repairs)}>
          {es.review.repair(repairs.length)}
        </Button>
      )}
    </div>
  );
}

function safeRepair(item: CellIssue) {
  const fix = issueFix(item.issue, item.typed);
  return fix?.safe ? [fillOf(item, fix.text)] : [];
}

function summary({ issues, conflicts, vanished }: Queue): string {
  const wrong = issues.filter(isMistake).length;
  const counts = [
    { count: wrong, text: es.review.summary.wrong },
    { count: conflicts.length, text: es.review.summary.conflicts },
    { count: vanished.length, text: es.review.summary.vanished },
    { count: issues.length - wrong, text: es.review.summary.warnings },
  ];
  return counts
    .filter(({ count }) => count > 0)
    .map(({ count, text }) => text(count))
    .join(" · ");
}
