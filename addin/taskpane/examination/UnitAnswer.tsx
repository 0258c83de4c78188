import { useReadingContext } from "../session/use-context.ts";
import { unitChoices } from "../text/examination-text.ts";
import type { AnswerProps } from "./answer-props.ts";
import { unitAnswer } from "./answers.ts";
import { Choices } from "./Choices.tsx";

/** What the numbers of a column count, each answer with what an example would then be. */
export function UnitAnswer({ question, text, answered, proposal, sheet, onAmend }: AnswerProps<"unit">) {
  const { key, examples } = question;
  const context = useReadingContext();
  const kind = sheet.columns[key]?.kind;
  const [example] = examples;
  const readAs = (unit: number): string | undefined => {
    if (!kind || example === undefined) return undefined;
    const reading = kind.read(example, { ...context, habit: { unit } }, {});
    if (!reading.ok || reading.value === null) return undefined;
    return `${example} → ${kind.display(reading.value, context)}`;
  };
  return (
    <Choices
      text={text}
      choices={unitChoices.map(({ unit, label }) => ({ value: String(unit), label, detail: readAs(unit) }))}
      chosen={answered ? String(proposal.habits[key]?.unit ?? 1) : null}
      onChoose={(unit) => onAmend(unitAnswer(proposal, key, Number(unit)))}
    />
  );
}
