import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { CellConflict } from "../../sync/session.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
});

/** What the conflicts of a sheet are about and, where there are several, one click for all. */
export function AllConflicts({ conflicts }: { readonly conflicts: readonly CellConflict[] }) {
  const styles = useStyles();
  const { run } = useActs();
  const resolve = (keep: "mine" | "theirs") => () =>
    void run((commands) => commands.resolveConflicts(conflicts, keep));
  return (
    <div className={styles.section}>
      {es.conflict.why(conflicts.length)}
      {conflicts.length > 1 && (
        <Buttons>
          <Button size="small" onClick={resolve("mine")}>
            {es.conflict.keepAllMine}
          </Button>
          <Button size="small" onClick={resolve("theirs")}>
            {es.conflict.takeAllTheirs}
          </Button>
        </Buttons>
      )}
    </div>
  );
}
