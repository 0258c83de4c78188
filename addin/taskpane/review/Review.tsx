import { useMemo } from "react";
import { Empty } from "../parts/Empty.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { hasRepairs } from "../repair/doubts.ts";
import { Repairs } from "../repair/Repairs.tsx";
import { usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { EveryConflict } from "./AllConflicts.tsx";
import { Filling } from "./Filling.tsx";
import { Groups } from "./Groups.tsx";
import { MatrixReasons } from "./MatrixReasons.tsx";
import { isMistake, reviewGroups, type Queue } from "./queue.ts";
import { SelectedRow } from "./SelectedRow.tsx";

/** What needs a person, by sheet, worst first; the row selected in the sheet stands on top. */
export function Review() {
  const { issues, conflicts, vanished, returned, repairs, reasonsMissing, selection } = usePane();
  const queue = useMemo(
    () => ({ issues, conflicts, vanished, returned }),
    [issues, conflicts, vanished, returned],
  );
  const groups = useMemo(() => reviewGroups(queue), [queue]);
  return (
    <Page>
      <Filling>
        {groups.length > 0 && <Title level={2}>{summary(queue)}</Title>}
        <MatrixReasons />
        <Repairs />
        {selection && <SelectedRow groups={groups} selection={selection} />}
        <EveryConflict groups={groups} conflicts={conflicts} />
        {groups.length > 0 ? (
          <Groups groups={groups} />
        ) : (
          reasonsMissing.length === 0 && !hasRepairs(repairs) && <Empty line={es.review.nothing} />
        )}
      </Filling>
    </Page>
  );
}

function summary({ issues, conflicts, vanished, returned }: Queue): string {
  const wrong = issues.filter(isMistake).length;
  const counts = [
    { count: wrong, text: es.review.summary.wrong },
    { count: conflicts.length, text: es.review.summary.conflicts },
    { count: returned.length, text: es.review.summary.returned },
    { count: vanished.length, text: es.review.summary.vanished },
    { count: issues.length - wrong, text: es.review.summary.warnings },
  ];
  return counts
    .filter(({ count }) => count > 0)
    .map(({ count, text }) => text(count))
    .join(" · ");
}
