import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { loadText } from "../text/load-text.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  names: { overflowWrap: "anywhere" },
});

/** The worksheets that the load does not touch, by name. */
export function LeftOut({ worksheets }: { readonly worksheets: readonly string[] }) {
  const styles = useStyles();
  const titleId = useId();
  if (worksheets.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Title level={3} id={titleId}>
        {loadText.leftOut(worksheets.length)}
      </Title>
      <div className={styles.names}>{worksheets.join(" · ")}</div>
      <Hush>{loadText.leftOutWhy}</Hush>
    </section>
  );
}
