import { makeStyles, tokens } from "@fluentui/react-components";
import { undoLimits, type PushSummary } from "../../../shared/contract/undo.ts";
import { fileOfWorkbook } from "../../../shared/text/workbook-name.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Hush } from "../parts/Hush.tsx";
import { Moment } from "../parts/Moment.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { formatInstant } from "../text/moments.ts";
import { undoText as text } from "../text/undo-text.ts";
import type { Undoable } from "./UndoDialog.tsx";

const useStyles = makeStyles({
  item: { display: "flex", flexDirection: "column", padding: `${tokens.spacingVerticalS} 0` },
  head: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  state: { color: tokens.colorNeutralForeground3 },
});

interface SendingItemProps {
  readonly sending: PushSummary;
  readonly onUndo: (sending: Undoable) => void;
}

/** One sending: when, how many rows of which sheets, from which file, and the way back. */
export function SendingItem({ sending, onUndo }: SendingItemProps) {
  const styles = useStyles();
  const { act, at, sheets, workbook, undoes, undone } = sending;
  const isRedo = undoes !== null;
  const isLarge = sheets.reduce((sum, { rows }) => sum + rows, 0) > undoLimits.rows;
  const label = isRedo ? text.redo : text.undo;
  return (
    <div className={styles.item}>
      <div className={styles.head}>
        <Moment at={at} />
        <span className={styles.state}>{undone ? text.undone : isRedo ? text.undoes : ""}</span>
      </div>
      {sheets.map(({ sheet, rows }) => (
        <div key={sheet}>{text.rows(rows, sheetLabel(sheet))}</div>
      ))}
      <Hush>{text.from(fileOfWorkbook(workbook))}</Hush>
      {!undone && isLarge && <Hush>{text.large}</Hush>}
      {!undone && !isLarge && (
        <div>
          <ActLink
            text={label}
            label={text.of(label, formatInstant(at))}
            onAct={() => onUndo({ act, at, isRedo })}
          />
        </div>
      )}
    </div>
  );
}
