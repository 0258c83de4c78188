import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { ChosenRow, ChosenRows } from "../../../sync/status-session.ts";
import { Hush } from "../../parts/Hush.tsx";
import { stageMeanings, stageNames } from "../../text/status-text.ts";
import { standingActs } from "./standing-acts.ts";
import { StandingActs } from "./StandingActs.tsx";
import { WhoSaid } from "./WhoSaid.tsx";

const useStyles = makeStyles({
  stages: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  standing: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

const colors = {
  draft: "subtle",
  pending: "warning",
  sent: "informative",
  validated: "success",
  returned: "warning",
  voided: "subtle",
} as const satisfies Readonly<Record<ChosenRow["stage"], string>>;

/** How the selected row stands, who said so, and what may be done about it. */
export function RowStanding({ chosen, row }: { readonly chosen: ChosenRows; readonly row: ChosenRow }) {
  const styles = useStyles();
  const { stage, status } = row;
  // What waits in a row that nobody may change is not sent: why is said with the row.
  const isHeld = stage === "pending" && (status?.is === "validated" || status?.is === "voided");
  const meaning = isHeld ? undefined : stageMeanings[stage];
  const stages = isHeld ? [status.is, stage] : [stage];
  return (
    <div className={styles.standing}>
      <div className={styles.stages}>
        {stages.map((one) => (
          <Badge key={one} appearance="tint" shape="rounded" color={colors[one]}>
            {stageNames[one]}
          </Badge>
        ))}
      </div>
      {status && status.is !== "voided" && <WhoSaid {...status} />}
      {meaning !== undefined && <Hush>{meaning}</Hush>}
      <StandingActs acts={standingActs(chosen)} />
    </div>
  );
}
