import { Button, makeStyles, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { useState } from "react";
import type { CellConflict, CellIssue } from "../../sync/session.ts";
import { es } from "../text/es.ts";
import { AllConflicts } from "./AllConflicts.tsx";
import { ConflictItem } from "./ConflictItem.tsx";
import { IssueItem } from "./IssueItem.tsx";
import type { ReviewGroup } from "./queue.ts";
import { ReturnedRows } from "./standing/ReturnedRows.tsx";
import { VanishedRows } from "./VanishedRows.tsx";

/** How many cells are drawn at once: thousands of mistakes must not slow the pane. */
const page = 40;

const useStyles = makeStyles({
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
  },
  item: {
    ":not(:first-child)": {
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    },
  },
  more: { alignSelf: "flex-start" },
});

type Item =
  | { readonly kind: "conflict"; readonly conflict: CellConflict }
  | { readonly kind: "issue"; readonly issue: CellIssue };

/** The cells and rows of a group, a page at a time. Arrows move between their acts, Enter does them. */
export function GroupItems({ group }: { readonly group: ReviewGroup }) {
  const styles = useStyles();
  const [pages, setPages] = useState(1);
  const arrows = useArrowNavigationGroup({ axis: "grid-linear", memorizeCurrent: true });
  const items = itemsOf(group);
  const shown = items.slice(0, pages * page);
  const rest = items.length - shown.length;
  return (
    <>
      {group.conflicts.length > 0 && <AllConflicts conflicts={group.conflicts} />}
      {shown.length > 0 && (
        <ul className={styles.list} {...arrows}>
          {shown.map((item) => (
            <li key={keyOf(item)} className={styles.item}>
              {item.kind === "conflict" ? (
                <ConflictItem conflict={item.conflict} />
              ) : (
                <IssueItem item={item.issue} group={group} />
              )}
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button className={styles.more} appearance="subtle" onClick={() => setPages(pages + 1)}>
          {es.review.more(Math.min(rest, page))} · {es.review.shown(shown.length, items.length)}
        </Button>
      )}
      {group.returned.length > 0 && <ReturnedRows rows={group.returned} />}
      {group.vanished.length > 0 && <VanishedRows rows={group.vanished} />}
    </>
  );
}

function itemsOf({ conflicts, mistakes, warnings }: ReviewGroup): readonly Item[] {
  return [
    ...conflicts.map((conflict) => ({ kind: "conflict", conflict }) as const),
    ...[...mistakes, ...warnings].map((issue) => ({ kind: "issue", issue }) as const),
  ];
}

/** A cell may have several remarks, each with its own code. */
function keyOf(item: Item): string {
  if (item.kind === "conflict") return `${item.conflict.rowId} ${item.conflict.column}`;
  const { row, issue } = item.issue;
  return `${row} ${issue.column} ${issue.code}`;
}
