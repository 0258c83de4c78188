import { Field, makeStyles, tokens } from "@fluentui/react-components";
import { canRead, canWrite } from "../../../shared/model/access.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import type { Amendment, Proposal } from "../../../shared/recognition/proposal.ts";
import { Hush } from "../parts/Hush.tsx";
import { Notice } from "../parts/Notice.tsx";
import { FitSelect } from "../parts/FitSelect.tsx";
import { usePane } from "../session/SessionProvider.tsx";
import { sheetById } from "../session/definitions.ts";
import { certaintyOf, certaintyText, examinationText } from "../text/examination-text.ts";

/** Headers are looked for within so many rows around the proposed one. */
const rowsAround = 15;

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

interface RecordFieldProps {
  readonly proposal: Proposal;
  readonly onAmend: (amendment: Amendment) => void;
}

/** Which record a table is and where its header stands; both can be corrected. */
export function RecordField({ proposal, onAmend }: RecordFieldProps) {
  const styles = useStyles();
  const { me } = usePane();
  const offered = sheets.filter(
    (sheet) => sheet.id === proposal.record || (me !== null && canRead(sheet, me.person.role)),
  );
  const last = proposal.headerRows.at(-1) ?? 0;
  return (
    <div className={styles.fields}>
      <div>
        <Field label={examinationText.record}>
          <FitSelect value={proposal.record} onChange={(_, { value }) => onAmend({ record: value })}>
            {offered.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </FitSelect>
        </Field>
        <Hush>{certaintyText[certaintyOf(proposal.confidence)]}</Hush>
      </div>
      <Field label={examinationText.header} orientation="horizontal">
        <FitSelect value={String(last)} onChange={(_, { value }) => onAmend({ headerRow: Number(value) })}>
          {rowsNear(last).map((row) => (
            <option key={row} value={String(row)}>
              {rowName(row, proposal.headerRows)}
            </option>
          ))}
        </FitSelect>
      </Field>
      <ObsoleteFormat proposal={proposal} />
      <ReadOnly record={proposal.record} />
    </div>
  );
}

function rowsNear(row: number): readonly number[] {
  const first = Math.max(0, row - rowsAround);
  return Array.from({ length: row - first + rowsAround }, (_, place) => first + place);
}

/** A header of several lines is named by all of them. */
function rowName(row: number, headerRows: readonly number[]): string {
  const [first = row] = headerRows;
  return row === headerRows.at(-1) && first !== row
    ? examinationText.headerRows(first + 1, row + 1)
    : examinationText.headerRow(row + 1);
}

/** A word where the sheet names a version of the official format that is no longer in force. */
function ObsoleteFormat({ proposal: { record, format } }: { readonly proposal: Proposal }) {
  const current = sheetById(record)?.format;
  if (!current || !format || format.version === null || format.version >= current.version) return null;
  const sentence = examinationText.obsolete(format.code, format.version, current.version);
  return <Notice sentence={sentence} acts={[]} />;
}

/** A word where the account may only read the record. */
function ReadOnly({ record }: { readonly record: string }) {
  const { me } = usePane();
  const sheet = sheetById(record);
  if (!me || !sheet || canWrite(sheet, me.person.role)) return null;
  return <Notice sentence={examinationText.readOnly} acts={[]} />;
}
