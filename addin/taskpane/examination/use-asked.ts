import { useState } from "react";
import type { Question } from "../../../shared/recognition/proposal.ts";
import type { ExaminedTable } from "../../sync/familiar-session.ts";
import { askedColumns } from "./answers.ts";

/** All that was asked of a table since it is shown, answered or not: an answer can be seen and taken back. */
export interface Asked {
  readonly questions: readonly Question[];
  /** Columns of the worksheet. */
  readonly columns: readonly number[];
}

interface Memory extends Asked {
  /** Under which record and header it was asked. */
  readonly reading: string;
}

/** What was asked of a table so far, in the order of asking. */
export function useAsked(table: ExaminedTable): Asked {
  const [memory, setMemory] = useState<Memory>(() => remember(table));
  const known = recall(memory, table);
  if (known !== memory) setMemory(known);
  return known;
}

/** What tells questions apart. */
export const questionId = (question: Question): string =>
  "key" in question ? `${question.about} ${question.key}` : question.about;

function remember(table: ExaminedTable): Memory {
  return {
    reading: readingOf(table),
    questions: table.questions,
    columns: askedColumns(table).map(({ column }) => column),
  };
}

/** Questions of single columns make no sense under another record or header. */
function recall(memory: Memory, table: ExaminedTable): Memory {
  const now = remember(table);
  const same = now.reading === memory.reading;
  const questions = same ? memory.questions : memory.questions.filter((question) => !("key" in question));
  const columns = same ? memory.columns : [];
  const ids = new Set(questions.map(questionId));
  const newQuestions = now.questions.filter((question) => !ids.has(questionId(question)));
  const newColumns = now.columns.filter((column) => !columns.includes(column));
  if (same && newQuestions.length + newColumns.length === 0) return memory;
  return {
    reading: now.reading,
    questions: [...questions, ...newQuestions],
    columns: [...columns, ...newColumns],
  };
}

const readingOf = ({ proposal: { record, headerRows } }: ExaminedTable): string =>
  `${record} ${headerRows.join(" ")}`;
