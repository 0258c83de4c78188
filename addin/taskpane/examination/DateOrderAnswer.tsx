import { columnOf } from "../../../shared/model/sheet.ts";
import { useReadingContext } from "../session/use-context.ts";
import { dateOrderText, questionText } from "../text/examination-text.ts";
import { orderAnswer } from "./answers.ts";
import type { AnswerProps } from "./answer-props.ts";
import { Choices, type Choice } from "./Choices.tsx";
import { dateReadings } from "./date-readings.ts";

/** Whether the dates of a column begin with the day or the month: both readings of one of them, side by side. */
export function DateOrderAnswer({ question, answered, proposal, sheet, onAmend }: AnswerProps<"date-order">) {
  const { key, examples } = question;
  const context = useReadingContext();
  const column = columnOf(sheet, key);
  const { example, day, month } = dateReadings(column, examples, context);
  const said = proposal.habits[key]?.monthFirst ? "month" : "day";
  return (
    <Choices
      text={questionText["date-order"](column.label, example)}
      choices={[choiceOf("day", day), choiceOf("month", month)]}
      chosen={answered ? said : null}
      beside
      onChoose={(order) => onAmend(orderAnswer(proposal, key, order === "month"))}
    />
  );
}

/** An order by what the example is in it, or that it is no date in it. */
function choiceOf(order: "day" | "month", reading: string | undefined): Choice {
  return { value: order, label: reading ?? dateOrderText.none, detail: dateOrderText[order] };
}
