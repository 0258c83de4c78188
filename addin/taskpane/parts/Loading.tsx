import { Skeleton, SkeletonItem, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { es } from "../text/es.ts";

/** Shorter waits show nothing, so that nothing flickers. */
const delay = "300ms";

const useStyles = makeStyles({
  skeleton: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    animationName: { from: { visibility: "hidden" }, to: { visibility: "visible" } },
    animationDuration: "1ms",
    animationDelay: delay,
    animationFillMode: "both",
  },
  // Where the system forces its colours, what shimmers has none: a frame stands for it.
  block: { "@media (forced-colors: active)": { border: "1px solid GrayText" } },
  tall: { height: "224px" },
  line: { height: "16px" },
});

/** Where content is about to be: a heading and some blocks. */
export function Loading({ blocks }: { readonly blocks: number }) {
  const styles = useStyles();
  return (
    <Skeleton className={styles.skeleton} aria-label={es.loading}>
      <SkeletonItem className={mergeClasses(styles.block, styles.line)} />
      {Array.from({ length: blocks }, (_, place) => (
        <SkeletonItem key={place} className={mergeClasses(styles.block, styles.tall)} />
      ))}
    </Skeleton>
  );
}
