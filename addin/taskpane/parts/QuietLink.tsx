import { Link, makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({ link: { fontSize: "inherit", lineHeight: "inherit" } });

interface QuietLinkProps {
  readonly text: string;
  /** What it does, for who does not see where it stands. */
  readonly label: string;
  readonly onAct: () => void;
}

/** An act within a line of text, as large as the text. */
export function QuietLink({ text, label, onAct }: QuietLinkProps) {
  return (
    <Link inline className={useStyles().link} aria-label={label} onClick={onAct}>
      {text}
    </Link>
  );
}
