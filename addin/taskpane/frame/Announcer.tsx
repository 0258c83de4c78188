import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** Tells screen readers politely whenever the text changes; unseen. */
export function Announcer({ text }: { readonly text: string }) {
  return (
    <div className={useStyles().unseen} aria-live="polite" aria-atomic="true">
      {text}
    </div>
  );
}
