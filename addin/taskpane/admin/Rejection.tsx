import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Buttons } from "../parts/Buttons.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { peopleText } from "../text/people-text.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  line: { margin: 0 },
});

interface RejectionProps {
  readonly name: string;
  readonly onReject: () => void;
  readonly onCancel: () => void;
}

/** Asks, in the card, before somebody is refused: what follows, and the way back. */
export function Rejection({ name, onReject, onCancel }: RejectionProps) {
  const styles = useStyles();
  const section = useFocusWithin<HTMLElement>("button");
  return (
    <section ref={section} className={styles.section} aria-label={peopleText.rejectOf(name)}>
      <p className={styles.line}>{peopleText.rejectAsk}</p>
      <Buttons>
        <Button size="small" aria-label={peopleText.rejectOf(name)} onClick={onReject}>
          {peopleText.reject}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {peopleText.cancel}
        </Button>
      </Buttons>
    </section>
  );
}
