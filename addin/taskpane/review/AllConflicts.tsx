import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { CellConflict, Outcome, PaneCommands } from "../../sync/session.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";

const useStyles = makeStyles({
  acts: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalS,
  },
});

/** One click for all the conflicts of a sheet. */
export function AllConflicts({ conflicts }: { readonly conflicts: readonly CellConflict[] }) {
  const styles = useStyles();
  const { run } = useActs();
  const resolve = (keep: "mine" | "theirs") => () =>
    void run((commands) => resolveAll(commands, conflicts, keep));
  return (
    <div className={styles.acts} role="group" aria-label={es.conflict.all(conflicts.length)}>
      <Button size="small" onClick={resolve("mine")}>
        {es.conflict.keepAllMine}
      </Button>
      <Button size="small" onClick={resolve("theirs")}>
        {es.conflict.takeAllTheirs}
      </Button>
    </div>
  );
}

async function resolveAll(
  commands: PaneCommands,
  conflicts: readonly CellConflict[],
  keep: "mine" | "theirs",
): Promise<Outcome> {
  for (const conflict of conflicts) {
    const outcome = await commands.resolveConflict(conflict, keep);
    if (!outcome.ok) return outcome;
  }
  return { ok: true, value: undefined };
}
