import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Value } from "../../../shared/model/value.ts";
import type { CellConflict } from "../../sync/session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Moment } from "../parts/Moment.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { columnByKey } from "../session/definitions.ts";
import { useReadingContext } from "../session/use-context.ts";
import { es } from "../text/es.ts";
import { CellItem } from "./CellItem.tsx";

const useStyles = makeStyles({
  sides: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
  },
  who: { color: tokens.colorNeutralForeground3, margin: 0 },
  value: { margin: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3 },
  when: { color: tokens.colorNeutralForeground3, whiteSpace: "nowrap" },
});

/** The same cell changed by two people: each side, what it was, and a click for either. */
export function ConflictItem({ conflict }: { readonly conflict: CellConflict }) {
  const styles = useStyles();
  const { run } = useActs();
  const context = useReadingContext();
  const { me } = usePane();
  const isOwn = conflict.by === me?.person.name;
  const who = isOwn ? es.conflict.mineElsewhere : firstName(conflict.by);
  const kind = columnByKey(conflict.sheet, conflict.column)?.kind;
  const show = (value: Value) =>
    value === null ? es.conflict.empty : (kind?.display(value, context) ?? String(value));
  const resolve = (keep: "mine" | "theirs") => () =>
    void run((commands) => commands.resolveConflicts([conflict], keep));
  return (
    <CellItem
      cell={conflict}
      column={conflict.column}
      acts={
        <>
          <ActLink text={es.conflict.keepMine} onAct={resolve("mine")} />
          <ActLink
            text={isOwn ? es.conflict.takeOther : es.conflict.takeTheirs(who)}
            onAct={resolve("theirs")}
          />
        </>
      }
    >
      <dl className={styles.sides}>
        <dt className={styles.who}>{es.conflict.mine}</dt>
        <dd className={styles.value}>{show(conflict.mine)}</dd>
        <dt className={styles.who}>{who}</dt>
        <dd className={styles.value}>
          {show(conflict.theirs)}{" "}
          <span className={styles.when}>
            · <Moment at={conflict.at} />
          </span>
        </dd>
        <dt className={styles.who}>{es.conflict.before}</dt>
        <dd className={mergeClasses(styles.value, styles.quiet)}>{show(conflict.base)}</dd>
      </dl>
    </CellItem>
  );
}

const firstName = (name: string): string => name.split(" ")[0] ?? name;
