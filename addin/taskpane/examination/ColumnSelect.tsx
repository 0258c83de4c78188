import { type FieldControlProps } from "@fluentui/react-components";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Amendment, Proposal, ProposedColumn } from "../../../shared/recognition/proposal.ts";
import { FitSelect } from "../parts/FitSelect.tsx";
import { examinationText } from "../text/examination-text.ts";
import { columnAnswer, columnOptions, type ColumnOption } from "./answers.ts";

/** What stands for the staff's own column among the options, which are keys. */
const own = "";
/** Nothing chosen yet. No key of a record begins with a blank. */
const open = " ";

export interface ColumnChoice {
  readonly column: ProposedColumn;
  readonly proposal: Proposal;
  readonly sheet: Sheet;
  readonly onAmend: (amendment: Amendment) => void;
}

interface ColumnSelectProps extends ColumnChoice {
  /** What ties the control to its label. */
  readonly field: FieldControlProps;
}

/** Chooses what a column of the worksheet is: a column of the record, the likely ones first, or the staff's own. */
export function ColumnSelect({ column, proposal, sheet, onAmend, field }: ColumnSelectProps) {
  const { likely, others } = columnOptions(column, proposal, sheet);
  return (
    <FitSelect
      {...field}
      value={column.asked ? open : (column.key ?? own)}
      onChange={(_, { value }) => onAmend(columnAnswer(column.column, value === own ? null : value))}
    >
      {column.asked && (
        <option value={open} disabled>
          {examinationText.choose}
        </option>
      )}
      <Options label={examinationText.likelyColumns} options={likely} />
      <option value={own}>{examinationText.mine}</option>
      <Options label={examinationText.otherColumns} options={others} />
    </FitSelect>
  );
}

function Options({ label, options }: { readonly label: string; readonly options: readonly ColumnOption[] }) {
  if (options.length === 0) return null;
  return (
    <optgroup label={label}>
      {options.map((option) => (
        <option key={option.key} value={option.key}>
          {option.label}
        </option>
      ))}
    </optgroup>
  );
}
