import { questionText } from "../text/examination-text.ts";
import type { AnswerProps } from "./answer-props.ts";
import { Ask } from "./Ask.tsx";
import { ContextAnswer } from "./ContextAnswer.tsx";
import { DateOrderAnswer } from "./DateOrderAnswer.tsx";
import { HeaderAnswer } from "./HeaderAnswer.tsx";
import { RecordAnswer } from "./RecordAnswer.tsx";
import { UnitAnswer } from "./UnitAnswer.tsx";

/** Asks what recognition could not settle. */
export function AskedQuestion(props: Omit<AnswerProps, "text">) {
  const { question, answered, sheet } = props;
  const label = "key" in question ? (sheet.columns[question.key]?.label ?? question.key) : "";
  return (
    <Ask answered={answered}>
      <Answer {...props} text={questionText[question.about](label, "")} />
    </Ask>
  );
}

function Answer(props: AnswerProps) {
  const { question } = props;
  switch (question.about) {
    case "record":
      return <RecordAnswer {...props} question={question} />;
    case "header":
      return <HeaderAnswer {...props} question={question} />;
    case "date-order":
      return <DateOrderAnswer {...props} question={question} />;
    case "unit":
      return <UnitAnswer {...props} question={question} />;
    case "context":
      return <ContextAnswer {...props} question={question} />;
  }
}
