import { makeStyles, tokens } from "@fluentui/react-components";
import type { Value } from "../../../../shared/model/value.ts";
import type { CellHistory, CellVersion } from "../../../sync/history-session.ts";
import { ActLink } from "../../parts/ActLink.tsx";
import { Hush } from "../../parts/Hush.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { columnByKey } from "../../session/definitions.ts";
import { useReadingContext } from "../../session/use-context.ts";
import { historyText as text } from "../../text/history-text.ts";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
  },
  value: { overflowWrap: "anywhere", minWidth: 0 },
  before: { color: tokens.colorNeutralForeground3 },
});

interface VersionItemProps {
  readonly cell: Pick<CellHistory, "sheet" | "column">;
  readonly version: CellVersion;
  /** Absent where the cell says this already. */
  readonly onRestore?: (() => void) | undefined;
}

/** One change of a cell: what it became and what it was, by whom, when, from which file and why. */
export function VersionItem({ cell, version, onRestore }: VersionItemProps) {
  const styles = useStyles();
  const context = useReadingContext();
  const kind = columnByKey(cell.sheet, cell.column)?.kind;
  const show = (value: Value) =>
    value === null ? text.empty : (kind?.display(value, context) ?? String(value));
  const { before, after, by, at, file, reason, typed } = version;
  const said = typed !== null && typed !== show(after) ? [text.typed(typed)] : [];
  return (
    <>
      <div className={styles.line}>
        <span className={styles.value}>{show(after)}</span>
        <span className={styles.before}>{text.from(show(before))}</span>
        {onRestore && <ActLink text={text.restore} label={text.restoreOf(show(after))} onAct={onRestore} />}
      </div>
      <Hush>
        {by} · <Moment at={at} /> · {text.file(file)}
        {said.map((part) => ` · ${part}`)}
      </Hush>
      {reason !== null && <Hush>{reason}</Hush>}
    </>
  );
}
