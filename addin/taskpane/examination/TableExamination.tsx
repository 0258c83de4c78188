import type { Amendment } from "../../../shared/recognition/proposal.ts";
import type { ExaminedTable } from "../../sync/familiar-session.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { sheetById } from "../session/definitions.ts";
import { Changes } from "./Changes.tsx";
import { ColumnList } from "./ColumnList.tsx";
import { LinkBar } from "./LinkBar.tsx";
import { Preview } from "./Preview.tsx";
import { Questions } from "./Questions.tsx";
import { RecordField } from "./RecordField.tsx";
import { RowCounts } from "./RowCounts.tsx";

interface TableExaminationProps {
  readonly table: ExaminedTable;
  /** Place of the table among those of the worksheet. */
  readonly at: number;
}

/** A table of a worksheet: what is unsure first, then what is known, what it would be, and what linking does. */
export function TableExamination({ table, at }: TableExaminationProps) {
  const { run } = useActs();
  const { proposal } = table;
  const sheet = sheetById(proposal.record);
  const amend = (amendment: Amendment) => void run((commands) => commands.amendExamination(at, amendment));
  if (!sheet) return null;
  return (
    <>
      <RecordField proposal={proposal} onAmend={amend} />
      <Questions table={table} sheet={sheet} onAmend={amend} />
      <ColumnList proposal={proposal} sheet={sheet} onAmend={amend} />
      <Preview table={table} sheet={sheet} />
      <RowCounts table={table} />
      <Changes table={table} />
      <LinkBar table={table} onLink={() => void run((commands) => commands.linkExamined(at))} />
    </>
  );
}
