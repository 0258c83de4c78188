import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { useState } from "react";
import { Buttons } from "../parts/Buttons.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { isMistake } from "../review/queue.ts";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { InsertFormatDialog } from "./InsertFormatDialog.tsx";
import { LinkCard } from "./LinkCard.tsx";

const useStyles = makeStyles({
  good: { color: tokens.colorStatusSuccessForeground1 },
});

/** This workbook: its linked sheets, and a new format. */
export function Sheets({ onReview }: { readonly onReview: () => void }) {
  const { links } = usePane();
  const [inserting, setInserting] = useState(false);
  const insert = (
    <Button
      icon={<AddRegular />}
      appearance={links.length === 0 ? "primary" : "secondary"}
      onClick={() => setInserting(true)}
    >
      {es.sheets.insert}
    </Button>
  );
  return (
    <Page>
      <Title level={2}>{es.sheets.title}</Title>
      {links.length === 0 ? (
        <Empty line={es.sheets.empty}>{insert}</Empty>
      ) : (
        <>
          {links.map((link) => (
            <LinkCard key={link.id} link={link} />
          ))}
          <Buttons>
            {insert}
            <Validate onReview={onReview} />
          </Buttons>
        </>
      )}
      <InsertFormatDialog open={inserting} onClose={() => setInserting(false)} />
    </Page>
  );
}

/** Judges every row now, without sending; what is wrong is shown where it can be mended. */
function Validate({ onReview }: { readonly onReview: () => void }) {
  const styles = useStyles();
  const { run } = useActs();
  const [good, setGood] = useState(false);
  const isWrong = usePane().issues.some(isMistake);
  // Somebody went on typing since: what was said of the sheet then is not true of it now.
  if (good && isWrong) setGood(false);
  const validate = async () => {
    const outcome = await run((commands) => commands.validate());
    setGood(outcome.ok && outcome.value.wrong === 0);
    if (outcome.ok && outcome.value.wrong > 0) onReview();
  };
  return (
    <>
      <Button icon={<CheckmarkRegular />} onClick={() => void validate()}>
        {es.sheets.validate}
      </Button>
      <output className={styles.good}>{good && es.sheets.allGood}</output>
    </>
  );
}
