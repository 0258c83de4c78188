import { Field } from "@fluentui/react-components";
import { columnLetters } from "../../../shared/text/column-letters.ts";
import { tidy } from "../../../shared/text/normalise.ts";
import { examinationText } from "../text/examination-text.ts";
import { Ask } from "./Ask.tsx";
import { ColumnSelect, type ColumnChoice } from "./ColumnSelect.tsx";

/** Asks what a column of the worksheet is. */
export function AskedColumn(choice: ColumnChoice) {
  const { column } = choice;
  return (
    <Ask answered={!column.asked}>
      <Field label={examinationText.askColumn(tidy(column.header), columnLetters(column.column))}>
        {(field) => <ColumnSelect {...choice} field={field} />}
      </Field>
    </Ask>
  );
}
