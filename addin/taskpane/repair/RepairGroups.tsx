import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { RepairGroup } from "../../../shared/repair/plan-repairs.ts";
import type { SheetRepairs } from "../../sync/familiar-session.ts";
import { Hush } from "../parts/Hush.tsx";
import { repairText, rowsInWords } from "../text/repair-text.ts";
import { rowNumbers } from "./row-numbers.ts";

/** How many groups are drawn at once. */
const page = 12;

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed" },
  header: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    textAlign: "start",
    padding: 0,
  },
  cell: {
    verticalAlign: "top",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
});

interface RepairGroupsProps {
  readonly groups: readonly RepairGroup[];
  readonly numbers: SheetRepairs["numbers"];
}

/** What was typed and what it becomes, with the rows where. */
export function RepairGroups({ groups, numbers }: RepairGroupsProps) {
  const styles = useStyles();
  const [pages, setPages] = useState(1);
  const shown = groups.slice(0, pages * page);
  const rest = groups.length - shown.length;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.header} scope="col">
              {repairText.typed}
            </th>
            <th className={styles.header} scope="col">
              {repairText.becomes}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ typed, shown: meaning, rows }) => (
            <tr key={`${typeof typed} ${typed}`}>
              <td className={styles.cell}>
                {String(typed)}
                <Hush>{rowsInWords(rowNumbers(rows, numbers))}</Hush>
              </td>
              <td className={styles.cell}>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button appearance="subtle" size="small" onClick={() => setPages(pages + 1)}>
          {repairText.more(Math.min(rest, page))}
        </Button>
      )}
    </>
  );
}
