import { Field } from "@fluentui/react-components";
import { useState } from "react";
import { findingToIssue } from "../../../shared/model/issue.ts";
import { columnOf } from "../../../shared/model/sheet.ts";
import { FitSelect } from "../parts/FitSelect.tsx";
import { useReadingContext } from "../session/use-context.ts";
import { examinationText } from "../text/examination-text.ts";
import { issueSentence } from "../text/issue-sentences.ts";
import type { AnswerProps } from "./answer-props.ts";
import { readAnswer } from "./read-answer.ts";
import { TypedAnswer } from "./TypedAnswer.tsx";

/** A value for all rows that the sheet does not say, such as the year of a matrix: chosen where there is a list, else typed. */
export function ContextAnswer({ question: { key }, text, proposal, sheet, onAmend }: AnswerProps<"context">) {
  const context = useReadingContext();
  const [problem, setProblem] = useState<string>();
  const column = columnOf(sheet, key);
  const value = proposal.context[key] ?? null;
  const shown = value === null ? "" : column.kind.display(value, context);
  const options = column.kind.options?.(context);
  const give = (typed: string) => {
    const answer = readAnswer(column, typed, context);
    setProblem(
      answer.ok ? undefined : issueSentence(findingToIssue(key, answer.finding), typed, sheet, context),
    );
    if (answer.ok) onAmend({ context: { ...proposal.context, [key]: answer.value } });
  };
  return (
    <Field label={text} {...(problem === undefined ? {} : { validationMessage: problem })}>
      {(field) =>
        options ? (
          <FitSelect {...field} value={shown} onChange={(_, { value: chosen }) => give(chosen)}>
            {value === null && (
              <option value="" disabled>
                {examinationText.choose}
              </option>
            )}
            {options.map((option) => (
              <option key={option}>{option}</option>
            ))}
          </FitSelect>
        ) : (
          <TypedAnswer field={field} start={shown} onGive={give} />
        )
      }
    </Field>
  );
}
