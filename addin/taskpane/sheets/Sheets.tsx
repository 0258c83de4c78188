import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { useState } from "react";
import { Examination } from "../examination/Examination.tsx";
import { Load } from "../load/Load.tsx";
import { Buttons } from "../parts/Buttons.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Loading } from "../parts/Loading.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { isMistake } from "../review/queue.ts";
import { useActs, usePane, type Command } from "../session/SessionProvider.tsx";
import { Sendings } from "../sendings/Sendings.tsx";
import { es } from "../text/es.ts";
import { InsertFormatDialog } from "./InsertFormatDialog.tsx";
import { LinkCard } from "./LinkCard.tsx";
import { LinkThisSheet } from "./LinkThisSheet.tsx";
import { OtherWays } from "./OtherWays.tsx";

const useStyles = makeStyles({
  good: { color: tokens.colorStatusSuccessForeground1 },
});

/** This workbook: its linked sheets, a sheet that is being linked, the first load of all, and a new format. */
export function Sheets({ onReview }: { readonly onReview: () => void }) {
  const { examination, load } = usePane();
  const [inserting, setInserting] = useState(false);
  const [wasAway, setWasAway] = useState(false);
  const [sent, setSent] = useState(false);
  const insert = () => setInserting(true);
  if ((examination ?? load) && !wasAway) setWasAway(true);
  return (
    <>
      {examination ? (
        <Examination examination={examination} onInsert={insert} />
      ) : load ? (
        <Load load={load} />
      ) : sent ? (
        <Sendings onBack={() => setSent(false)} />
      ) : (
        <Links isBack={wasAway} onInsert={insert} onReview={onReview} onSendings={() => setSent(true)} />
      )}
      <InsertFormatDialog open={inserting} onClose={() => setInserting(false)} />
    </>
  );
}

interface LinksProps {
  /** Somebody comes back from a sheet that was being linked: the focus goes to where they left. */
  readonly isBack: boolean;
  readonly onInsert: () => void;
  readonly onReview: () => void;
  readonly onSendings: () => void;
}

function Links({ isBack, onInsert, onReview, onSendings }: LinksProps) {
  const { links, activity } = usePane();
  const { run } = useActs();
  const [looking, setLooking] = useState(false);
  const look = (command: Command<undefined>) => {
    setLooking(true);
    void run(command).finally(() => setLooking(false));
  };
  // A sheet is about to stand among the others.
  const isComing = activity.kind === "working" && ["inserting", "linking"].includes(activity.what);
  const isBusy = looking || isComing;
  const linkThis = (
    <LinkThisSheet isBack={isBack} isBusy={isBusy} onStart={() => look((commands) => commands.examine())} />
  );
  return (
    <Page>
      <Title level={2}>{es.sheets.title}</Title>
      {links.length === 0 ? (
        <Empty line={es.sheets.empty}>{linkThis}</Empty>
      ) : (
        <>
          {links.map((link) => (
            <LinkCard key={link.id} link={link} />
          ))}
          <Buttons>
            {linkThis}
            <Validate onReview={onReview} />
          </Buttons>
        </>
      )}
      {isBusy && <Loading blocks={1} />}
      <OtherWays
        onSendings={onSendings}
        onInsert={onInsert}
        onLoad={() => look((commands) => commands.examineWorkbook())}
      />
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
