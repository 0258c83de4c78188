import { Skeleton, SkeletonItem, makeStyles, tokens } from "@fluentui/react-components";
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
  tall: { height: "224px" },
  line: { height: "16px" },
});

/** Where content is about to be: a heading and some blocks. */
export function Loading({ blocks }: { readonly blocks: number }) {
  const styles = useStyles();
  return (
    <Skeleton className={styles.skeleton} aria-label={es.loading}>
      <SkeletonItem className={styles.line} />
      {Array.from({ length: blocks }, (_, place) => (
        <SkeletonItem key={place} className={styles.tall} />
      ))}
    </Skeleton>
  );
}
