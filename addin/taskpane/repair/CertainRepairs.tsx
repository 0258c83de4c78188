import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ColumnRepairs } from "../../../shared/repair/plan-repairs.ts";
import type { SheetRepairs } from "../../sync/familiar-session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Hush } from "../parts/Hush.tsx";
import { columnLabel, sheetLabel } from "../session/definitions.ts";
import { formatCount } from "../text/numbers.ts";
import { repairText } from "../text/repair-text.ts";
import { cellsIn } from "./repair-counts.ts";
import { RepairGroups } from "./RepairGroups.tsx";
import type { Repairing } from "./repairing.tsx";

const useStyles = makeStyles({
  list: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalM})`,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
  },
  panel: { margin: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  row: { display: "flex", flex: "1 1 0", columnGap: tokens.spacingHorizontalS, textAlign: "start" },
  label: { flex: "1 1 0", minWidth: 0, overflowWrap: "anywhere" },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
});

interface CertainRepairsProps {
  readonly repairs: readonly SheetRepairs[];
  readonly repairing: Repairing;
}

/** What would be written, column by column, to be looked at before or repaired alone. */
export function CertainRepairs({ repairs, repairing }: CertainRepairsProps) {
  const styles = useStyles();
  return (
    <Accordion className={styles.list} multiple collapsible>
      {certainColumns(repairs).map(({ link, sheet, numbers, column: { column, certain } }) => (
        <AccordionItem key={`${link} ${column}`} value={`${link} ${column}`}>
          <AccordionHeader as="h4" size="medium">
            <span className={styles.row}>
              <span className={styles.label}>
                {columnLabel(sheet, column)}
                {repairs.length > 1 && <Hush>{sheetLabel(sheet)}</Hush>}
              </span>
              <span className={styles.count}>{formatCount(cellsIn(certain))}</span>
            </span>
          </AccordionHeader>
          <AccordionPanel className={styles.panel}>
            <RepairGroups groups={certain} numbers={numbers} />
            <ActLink
              text={repairText.column}
              label={repairText.columnOf(columnLabel(sheet, column))}
              onAct={() =>
                repairing.repair(`${link} ${column}`, (commands) => commands.repair(link, column, certain))
              }
            />
          </AccordionPanel>
        </AccordionItem>
      ))}
    </Accordion>
  );
}

interface CertainColumn {
  readonly link: string;
  readonly sheet: string;
  readonly numbers: SheetRepairs["numbers"];
  readonly column: ColumnRepairs;
}

const certainColumns = (repairs: readonly SheetRepairs[]): readonly CertainColumn[] =>
  repairs.flatMap(({ link, sheet, numbers, columns }) =>
    columns.filter(({ certain }) => certain.length > 0).map((column) => ({ link, sheet, numbers, column })),
  );
