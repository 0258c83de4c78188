import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { WrenchRegular } from "@fluentui/react-icons/svg/wrench";
import { useId } from "react";
import { usePane } from "../session/SessionProvider.tsx";
import { Title } from "../parts/Title.tsx";
import { Hush } from "../parts/Hush.tsx";
import { repairText } from "../text/repair-text.ts";
import { CertainRepairs } from "./CertainRepairs.tsx";
import { certainCells } from "./repair-counts.ts";
import { RepairedBar, useRepairing } from "./repairing.tsx";
import { hasRepairs } from "./doubts.ts";
import { UncertainRepairs } from "./UncertainRepairs.tsx";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    alignItems: "stretch",
    rowGap: tokens.spacingVerticalS,
  },
  all: { alignSelf: "flex-start" },
});

/** What is understood but written in another way: all that is certain with one click, the rest one by one. */
export function Repairs() {
  const styles = useStyles();
  const titleId = useId();
  const { repairs } = usePane();
  const repairing = useRepairing();
  const certain = certainCells(repairs);
  return (
    <>
      <RepairedBar repairing={repairing} />
      {hasRepairs(repairs) && (
        <section className={styles.section} aria-labelledby={titleId}>
          <Title level={3} id={titleId}>
            {repairText.title}
          </Title>
          {certain > 0 && (
            <>
              <div>
                {repairText.why(certain)}
                <Hush>{repairText.keptInHistory}</Hush>
              </div>
              <Button
                className={styles.all}
                appearance="primary"
                icon={<WrenchRegular />}
                onClick={() => repairing.repair("certain", (commands) => commands.repairCertain())}
              >
                {repairText.all(certain)}
              </Button>
              <CertainRepairs repairs={repairs} repairing={repairing} />
            </>
          )}
          <UncertainRepairs repairs={repairs} repairing={repairing} />
        </section>
      )}
    </>
  );
}
