import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { monthOf } from "../../../shared/colombia/day.ts";
import { canRead } from "../../../shared/model/access.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { choiceOf } from "../parts/choice-of.ts";
import { Hush } from "../parts/Hush.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { useReadingContext } from "../session/use-context.ts";
import { es } from "../text/es.ts";
import { RecordChoice } from "./RecordChoice.tsx";
import { choicesFor, rowsChoices, rowsFor, type RowsChoice } from "./rows-choice.ts";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
});

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Chooses a record that the role may see, and which rows it brings; inserts it in a new sheet. */
export function InsertFormatDialog({ open, onClose }: DialogProps) {
  return (
    <Dialog open={open} onOpenChange={(_, { open: opens }) => opens || onClose()}>
      <DialogSurface>
        <InsertFormat onClose={onClose} />
      </DialogSurface>
    </Dialog>
  );
}

function InsertFormat({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { me } = usePane();
  const { run } = useActs();
  const { today } = useReadingContext();
  const offered = me ? sheets.filter((sheet) => canRead(sheet, me.person.role)) : [];
  const [chosen, setChosen] = useState(offered[0]?.id ?? "");
  const [rows, setRows] = useState<RowsChoice>("none");
  const sheet = offered.find(({ id }) => id === chosen);
  const choices = sheet ? choicesFor(sheet) : [];
  const choice = choices.includes(rows) ? rows : "none";
  const insert = () => {
    onClose();
    void run((commands) => commands.insertFormat(chosen, rowsFor(choice, monthOf(today))));
  };
  return (
    <DialogBody>
      <DialogTitle>{es.sheets.dialog.title}</DialogTitle>
      <DialogContent className={styles.content}>
        <RecordChoice offered={offered} chosen={chosen} onChoose={setChosen} />
        <Field label={es.sheets.dialog.rows}>
          <RadioGroup
            value={choice}
            onChange={(_, { value }) => setRows(choiceOf(rowsChoices, value, "none"))}
          >
            {choices.map((one) => (
              <Radio key={one} value={one} label={es.sheets.rowsChoice[one]} />
            ))}
          </RadioGroup>
        </Field>
        <Hush>{es.sheets.dialog.where}</Hush>
      </DialogContent>
      <DialogActions fluid>
        <Button appearance="primary" onClick={insert} disabled={!sheet}>
          {es.sheets.dialog.insert}
        </Button>
        <Button onClick={onClose}>{es.sheets.dialog.cancel}</Button>
      </DialogActions>
    </DialogBody>
  );
}
