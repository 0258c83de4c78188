import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import { canWrite } from "../../../shared/model/access.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import { Hush } from "../parts/Hush.tsx";
import { usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";

interface RecordChoiceProps {
  readonly offered: readonly Sheet[];
  readonly chosen: string;
  readonly onChoose: (sheet: string) => void;
}

/** The records to choose from, each with what it is for. */
export function RecordChoice({ offered, chosen, onChoose }: RecordChoiceProps) {
  const { me, links } = usePane();
  const notesOf = (sheet: Sheet): readonly string[] => [
    ...(me && !canWrite(sheet, me.person.role) ? [es.sheets.dialog.readOnly] : []),
    ...(links.some((link) => link.sheet === sheet.id) ? [es.sheets.dialog.already] : []),
  ];
  return (
    <Field label={es.sheets.dialog.record}>
      <RadioGroup value={chosen} onChange={(_, { value }) => onChoose(value)}>
        {offered.map((sheet) => (
          <Radio
            key={sheet.id}
            value={sheet.id}
            label={
              <>
                {sheet.label}
                <Hush>{[sheet.purpose, ...notesOf(sheet)].join(" ")}</Hush>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
