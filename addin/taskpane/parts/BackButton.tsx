import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronLeftRegular } from "@fluentui/react-icons/svg/chevron-left";
import { useFocusWithin } from "./use-focus.ts";

const useStyles = makeStyles({
  // Its label stands in line with the text below, but where the button has a frame, the frame does.
  back: {
    minWidth: 0,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    "@media (forced-colors: active)": { marginLeft: 0 },
  },
});

interface BackButtonProps {
  readonly text: string;
  readonly onBack: () => void;
}

/** Leads out of a view that somebody opened; the focus is there when it opens. */
export function BackButton({ text, onBack }: BackButtonProps) {
  const styles = useStyles();
  const head = useFocusWithin<HTMLDivElement>("button");
  return (
    <div ref={head}>
      <Button className={styles.back} appearance="subtle" icon={<ChevronLeftRegular />} onClick={onBack}>
        {text}
      </Button>
    </div>
  );
}
