import type { ExaminedTable } from "../../../../addin/sync/familiar-session.ts";
import type { Amendment, Question } from "../../../../shared/recognition/proposal.ts";

/** A table as the session shows it once somebody answered: what was said stands, and is asked no more. */
export function amendedTable(table: ExaminedTable, amendment: Amendment): ExaminedTable {
  const { record, headerRow, columns, habits, context } = amendment;
  const { proposal } = table;
  return {
    ...table,
    proposal: {
      ...proposal,
      record: record ?? proposal.record,
      headerRows: headerRow === undefined ? proposal.headerRows : [headerRow],
      columns: proposal.columns.map((column) => {
        const key = columns?.get(column.column);
        return key === undefined ? column : { ...column, key, asked: false };
      }),
      habits: habits ?? proposal.habits,
      context: context ?? proposal.context,
    },
    questions: table.questions.filter((question) => !isAnswered(question, amendment)),
  };
}

function isAnswered(question: Question, { record, headerRow, habits, context }: Amendment): boolean {
  switch (question.about) {
    case "record":
      return record !== undefined;
    case "header":
      return headerRow !== undefined;
    case "date-order":
    case "unit":
      return habits !== undefined && question.key in habits;
    case "context":
      return context !== undefined && question.key in context;
  }
}
