import { Link, makeStyles } from "@fluentui/react-components";

/** As tall as a pointer needs (WCAG 2.5.8), in pixels. */
const targetHeight = "24px";

const useStyles = makeStyles({
  link: {
    display: "inline-flex",
    alignItems: "center",
    minHeight: targetHeight,
    // Where the system gives links the colour of text, the line tells them.
    "@media (forced-colors: active)": { textDecorationLine: "underline" },
  },
});

interface ActLinkProps {
  readonly text: string;
  /** The whole of what it does, where the text alone does not say; it begins with the text. */
  readonly label?: string;
  readonly onAct: () => void;
}

/** A light act beside what it is about. */
export function ActLink({ text, label, onAct }: ActLinkProps) {
  return (
    <Link
      className={useStyles().link}
      onClick={onAct}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {text}
    </Link>
  );
}
