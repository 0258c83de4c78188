import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { CellConflict } from "../../sync/session.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import type { ReviewGroup } from "./queue.ts";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
});

interface Conflicts {
  readonly conflicts: readonly CellConflict[];
}

/** What the conflicts of a sheet or a row are about and, where there are several, one click for all. */
export function AllConflicts({ conflicts }: Conflicts) {
  return (
    <div className={useStyles().section}>
      {es.conflict.why(conflicts.length)}
      {conflicts.length > 1 && <ForAll conflicts={conflicts} />}
    </div>
  );
}

/** Where several sheets have conflicts, one click for all of them. */
export function EveryConflict({
  conflicts,
  groups,
}: Conflicts & { readonly groups: readonly ReviewGroup[] }) {
  const { section } = useStyles();
  if (groups.filter((group) => group.conflicts.length > 0).length < 2) return null;
  return (
    <div className={section}>
      {es.conflict.ofAll(conflicts.length)}
      <ForAll conflicts={conflicts} />
    </div>
  );
}

function ForAll({ conflicts }: Conflicts) {
  const { run } = useActs();
  const resolve = (keep: "mine" | "theirs") => () =>
    void run((commands) => commands.resolveConflicts(conflicts, keep));
  return (
    <Buttons>
      <Button size="small" onClick={resolve("mine")}>
        {es.conflict.keepAllMine}
      </Button>
      <Button size="small" onClick={resolve("theirs")}>
        {es.conflict.takeAllTheirs}
      </Button>
    </Buttons>
  );
}
