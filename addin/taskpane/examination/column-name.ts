import type { ProposedColumn } from "../../../shared/recognition/proposal.ts";
import { columnLetters } from "../../../shared/text/column-letters.ts";
import { tidy } from "../../../shared/text/normalise.ts";
import { examinationText } from "../text/examination-text.ts";

/** What a column of the worksheet is called: its header, all lines in one; without one, its letters. */
export function columnName({ header, column }: ProposedColumn): string {
  return tidy(header) || examinationText.noHeader(columnLetters(column));
}
