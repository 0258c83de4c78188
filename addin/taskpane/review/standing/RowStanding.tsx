import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import type { ChosenRow, ChosenRows } from "../../../sync/status-session.ts";
import { Hush } from "../../parts/Hush.tsx";
import { stageMeanings, stageNames } from "../../text/status-text.ts";
import { standingActs } from "./standing-acts.ts";
import { StandingActs } from "./StandingActs.tsx";
import { WhoSaid } from "./WhoSaid.tsx";

const useStyles = makeStyles({
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
  const meaning = stageMeanings[stage];
  return (
    <div className={styles.standing}>
      <div>
        <Badge appearance="tint" shape="rounded" color={colors[stage]}>
          {stageNames[stage]}
        </Badge>
      </div>
      {status && status.is !== "voided" && <WhoSaid {...status} />}
      {meaning !== undefined && <Hush>{meaning}</Hush>}
      <StandingActs acts={standingActs(chosen)} />
    </div>
  );
}
