import { Field } from "@fluentui/react-components";
import { useState } from "react";
import type { ExaminedTable, Examination as Examined } from "../../sync/familiar-session.ts";
import { BackButton } from "../parts/BackButton.tsx";
import { Page } from "../parts/Page.tsx";
import { Title } from "../parts/Title.tsx";
import { FitSelect } from "../parts/FitSelect.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { sheetLabel } from "../session/definitions.ts";
import { examinationText } from "../text/examination-text.ts";
import { NotLinkable } from "./NotLinkable.tsx";
import { TableExamination } from "./TableExamination.tsx";

interface ExaminationProps {
  readonly examination: Examined;
  readonly onInsert: () => void;
}

/** A worksheet that is being linked: what the pane takes it for, what it asks, and what it would do. */
export function Examination({ examination, onInsert }: ExaminationProps) {
  const { commands } = useActs();
  const [chosen, setChosen] = useState(0);
  const { worksheet, worksheetId, tables, trouble } = examination;
  const at = chosen < tables.length ? chosen : 0;
  const table = tables[at];
  return (
    <Page>
      <div>
        <BackButton text={examinationText.back} onBack={() => commands.closeExamination()} />
        <Title level={2}>{examinationText.title(worksheet)}</Title>
      </div>
      {trouble ? (
        <NotLinkable trouble={trouble} onInsert={onInsert} />
      ) : (
        <>
          {tables.length > 1 && <TableChoice tables={tables} chosen={at} onChoose={setChosen} />}
          {table && <TableExamination key={`${worksheetId} ${at}`} table={table} at={at} />}
        </>
      )}
    </Page>
  );
}

interface TableChoiceProps {
  readonly tables: readonly ExaminedTable[];
  readonly chosen: number;
  readonly onChoose: (table: number) => void;
}

/** Which of the tables of a worksheet is looked at. */
function TableChoice({ tables, chosen, onChoose }: TableChoiceProps) {
  return (
    <Field label={examinationText.table}>
      <FitSelect value={String(chosen)} onChange={(_, { value }) => onChoose(Number(value))}>
        {tables.map(({ proposal: { record, data } }, at) => (
          <option key={`${data.top} ${data.left}`} value={String(at)}>
            {examinationText.tableOption(sheetLabel(record), data.top + 1, data.bottom + 1)}
          </option>
        ))}
      </FitSelect>
    </Field>
  );
}
