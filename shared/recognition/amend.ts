import type { Context } from "../model/kind.ts";
import type { Known } from "./known.ts";
import { describeList, forceList } from "./list.ts";
import { describeMatrix, proposeMatrix } from "./matrix.ts";
import { monthHeaders } from "./month-header.ts";
import type { Amendment, Proposal, ProposedColumn, Question } from "./proposal.ts";
import { headAnyway } from "./tables.ts";
import type { View } from "./view.ts";

/** Applies what people said, and recognises anew what follows from it; what they answered is not asked again. */
export function amendProposal(
  view: View,
  proposal: Proposal,
  amendment: Amendment,
  known: readonly Known[],
  context: Context,
): Proposal {
  const base = rebuilt(view, proposal, amendment, known, context);
  const record = known.find(({ sheet }) => sheet.id === base.record);
  if (!record) return proposal;
  const answered = amendment.columns ? withColumns(view, base, amendment.columns, record, context) : base;
  const before = base === proposal ? proposal : { ...proposal, habits: {}, context: {} };
  return {
    ...answered,
    habits: { ...answered.habits, ...before.habits, ...amendment.habits },
    context: { ...answered.context, ...before.context, ...amendment.context },
    questions: answered.questions.filter((question) => !isAnswered(question, amendment, before)),
  };
}

/** The proposal under another record or another header, where people said so. */
function rebuilt(
  view: View,
  proposal: Proposal,
  { record = proposal.record, headerRow }: Amendment,
  known: readonly Known[],
  context: Context,
): Proposal {
  const row = headerRow ?? proposal.headerRows.at(-1) ?? 0;
  const named = known.find(({ sheet }) => sheet.id === record);
  if (!named || (record === proposal.record && row === proposal.headerRows.at(-1))) return proposal;
  const header = monthHeaders(view).find((months) => months.row === row);
  const matrix = header ? proposeMatrix(view, header, named, view.height - 1, context) : undefined;
  if (matrix) return matrix;
  const span = { left: proposal.data.left, right: Math.max(proposal.data.right, proposal.data.left) };
  return forceList(view, headAnyway(view, row, span, named, context), named, context);
}

function withColumns(
  view: View,
  proposal: Proposal,
  said: ReadonlyMap<number, string | null>,
  record: Known,
  context: Context,
): Proposal {
  const columns = reassign(proposal.columns, said);
  const general = proposal.questions.filter(({ about }) => about === "record" || about === "header");
  if (proposal.layout === "matrix") {
    const header = { row: proposal.headerRows.at(-1) ?? 0, months: proposal.months, year: null };
    return {
      ...describeMatrix(view, header, columns, record, proposal.data.bottom, context),
      questions: general,
    };
  }
  const place = {
    headerRows: proposal.headerRows,
    headerRow: proposal.headerRows.at(-1) ?? 0,
    table: proposal.table,
    last: lastRowOf(view, proposal),
  };
  const list = describeList(view, place, record.sheet, columns, proposal.confidence, context);
  return { ...list, questions: [...general, ...list.questions] };
}

const lastRowOf = (view: View, { table, data }: Proposal): number =>
  table === null && data.bottom < data.top ? view.height - 1 : data.bottom;

/** What people said of columns; a key that they gave away is taken from whoever had it. */
function reassign(
  columns: readonly ProposedColumn[],
  said: ReadonlyMap<number, string | null>,
): readonly ProposedColumn[] {
  const given = new Set([...said.values()].filter((key) => key !== null));
  return columns.map((column) => {
    const key = said.get(column.column);
    if (key !== undefined) return { ...column, key, confidence: 1, asked: false };
    const lost = column.key !== null && given.has(column.key);
    return lost ? { ...column, key: null, confidence: 1, asked: false } : column;
  });
}

function isAnswered(question: Question, amendment: Amendment, before: Proposal): boolean {
  switch (question.about) {
    case "record":
      return amendment.record !== undefined;
    case "header":
      return amendment.headerRow !== undefined;
    case "date-order":
    case "unit":
      return question.key in { ...before.habits, ...amendment.habits };
    case "context":
      return ({ ...before.context, ...amendment.context }[question.key] ?? null) !== null;
  }
}
