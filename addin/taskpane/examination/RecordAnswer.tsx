import { sheetById, sheetLabel } from "../session/definitions.ts";
import type { AnswerProps } from "./answer-props.ts";
import { Choices } from "./Choices.tsx";

/** Which of the records that fit almost alike a sheet is. */
export function RecordAnswer({ question, text, answered, proposal, onAmend }: AnswerProps<"record">) {
  const records = [...new Set([proposal.record, ...question.others])].toSorted();
  return (
    <Choices
      text={text}
      choices={records.map((record) => ({
        value: record,
        label: sheetLabel(record),
        detail: sheetById(record)?.purpose,
      }))}
      chosen={answered ? proposal.record : null}
      onChoose={(record) => onAmend({ record })}
    />
  );
}
