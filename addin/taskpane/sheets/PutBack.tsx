import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { LinkSummary } from "../../sync/session.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { putBackText } from "../text/repair-text.ts";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  line: { margin: 0 },
});

interface PutBackProps {
  readonly link: LinkSummary;
  readonly onClose: () => void;
}

/** Asks, in the card, before a link is undone: what happens to the sheet, and to what was not sent. */
export function PutBack({ link, onClose }: PutBackProps) {
  const styles = useStyles();
  const { run } = useActs();
  const section = useFocusWithin<HTMLElement>("button");
  const [busy, setBusy] = useState(false);
  const putBack = async () => {
    setBusy(true);
    const outcome = await run((commands) => commands.putBack(link.id));
    setBusy(false);
    if (outcome.ok) onClose();
  };
  return (
    <section ref={section} className={styles.section} aria-label={putBackText.act}>
      <p className={styles.line}>
        {putBackText.ask}
        {link.pending > 0 && ` ${putBackText.unsent(link.pending)}`}
      </p>
      <Buttons>
        <Button disabledFocusable={busy} onClick={() => busy || void putBack()}>
          {putBackText.confirm}
        </Button>
        <Button appearance="subtle" onClick={onClose}>
          {putBackText.cancel}
        </Button>
      </Buttons>
    </section>
  );
}
