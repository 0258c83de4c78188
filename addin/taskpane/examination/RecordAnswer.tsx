import { sheetById, sheetLabel } from "../session/definitions.ts";
import { examinationText, questionText } from "../text/examination-text.ts";
import type { AnswerProps } from "./answer-props.ts";
import { Choices } from "./Choices.tsx";

/** Which of the records that fit almost alike a sheet is; where there is no other, whether it is that one. */
export function RecordAnswer({ question, text, answered, proposal, onAmend }: AnswerProps<"record">) {
  const { record } = proposal;
  const records = [...new Set([record, ...question.others])].toSorted();
  const isAlone = records.length === 1;
  return (
    <Choices
      text={isAlone ? questionText.record(sheetLabel(record), "") : text}
      choices={records.map((one) => ({
        value: one,
        label: isAlone ? examinationText.yes : sheetLabel(one),
        detail: sheetById(one)?.purpose,
      }))}
      chosen={answered ? record : null}
      onChoose={(chosen) => onAmend({ record: chosen })}
    />
  );
}
