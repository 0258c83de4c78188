import { examinationText } from "../text/examination-text.ts";
import type { AnswerProps } from "./answer-props.ts";
import { Choices } from "./Choices.tsx";

/** Which row names the columns. */
export function HeaderAnswer({ question, text, answered, proposal, onAmend }: AnswerProps<"header">) {
  const current = proposal.headerRows.at(-1) ?? 0;
  const rows = [...new Set([current, ...question.rows])].toSorted((one, other) => one - other);
  return (
    <Choices
      text={text}
      choices={rows.map((row) => ({ value: String(row), label: examinationText.headerRow(row + 1) }))}
      chosen={answered ? String(current) : null}
      onChoose={(row) => onAmend({ headerRow: Number(row) })}
    />
  );
}
