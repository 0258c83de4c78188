import { makeStyles, tokens } from "@fluentui/react-components";
import { Hush } from "../../parts/Hush.tsx";
import { Moment } from "../../parts/Moment.tsx";
import { statusText } from "../../text/status-text.ts";

const useStyles = makeStyles({
  reason: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: "anywhere",
  },
});

interface WhoSaidProps {
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
}

/** Who said how a row stands, when, and why in their own words. */
export function WhoSaid({ by, at, reason }: WhoSaidProps) {
  const styles = useStyles();
  return (
    <>
      {reason !== null && <blockquote className={styles.reason}>{reason}</blockquote>}
      <Hush>
        {statusText.by(by)} · <Moment at={at} />
      </Hush>
    </>
  );
}
