import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Amendment } from "../../../shared/recognition/proposal.ts";
import type { ExaminedTable } from "../../sync/familiar-session.ts";
import { Title } from "../parts/Title.tsx";
import { examinationText } from "../text/examination-text.ts";
import { AskedColumn } from "./AskedColumn.tsx";
import { AskedQuestion } from "./AskedQuestion.tsx";
import { questionId, useAsked } from "./use-asked.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface QuestionsProps {
  readonly table: ExaminedTable;
  readonly sheet: Sheet;
  readonly onAmend: (amendment: Amendment) => void;
}

/** What recognition could not settle, before anything else; nothing where all is sure. */
export function Questions({ table, sheet, onAmend }: QuestionsProps) {
  const styles = useStyles();
  const titleId = useId();
  const { questions, columns } = useAsked(table);
  const open = new Set(table.questions.map(questionId));
  const askedNow = table.proposal.columns.filter(({ column }) => columns.includes(column));
  if (questions.length + askedNow.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Title level={3} id={titleId}>
        {examinationText.questions(questions.length + askedNow.length)}
      </Title>
      {questions.map((question) => (
        <AskedQuestion
          key={questionId(question)}
          question={question}
          answered={!open.has(questionId(question))}
          proposal={table.proposal}
          sheet={sheet}
          onAmend={onAmend}
        />
      ))}
      {askedNow.map((column) => (
        <AskedColumn
          key={column.column}
          column={column}
          proposal={table.proposal}
          sheet={sheet}
          onAmend={onAmend}
        />
      ))}
    </section>
  );
}
