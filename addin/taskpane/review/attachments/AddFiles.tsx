import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AttachRegular } from "@fluentui/react-icons/svg/attach";
import { useRef, useState } from "react";
import { attachmentTypes } from "../../../../shared/attachments/file-format.ts";
import type { RowAttachments } from "../../../sync/attachments-session.ts";
import { Buttons } from "../../parts/Buttons.tsx";
import { Hush } from "../../parts/Hush.tsx";
import { Notice } from "../../parts/Notice.tsx";
import { useActs } from "../../session/SessionProvider.tsx";
import { attachmentsText as text } from "../../text/attachments-text.ts";
import { failureText } from "../../text/failure-sentences.ts";
import { chosenFile, prepareFiles, type PreparedFile, type PreparedFiles } from "./prepare-files.ts";

/** On a telephone or tablet this offers the camera and its scanner too; elsewhere the files. */
const accepted = ["image/*", ...attachmentTypes].join(",");

const useStyles = makeStyles({
  choice: {
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
    "& legend": { padding: 0, marginBottom: tokens.spacingVerticalS },
  },
});

const nothing: PreparedFiles = { ready: [], refused: [] };

/** Chooses files and sends them; asks first whether to keep where they were taken, where one says so. */
export function AddFiles({ to }: { readonly to: RowAttachments }) {
  const { run } = useActs();
  const input = useRef<HTMLInputElement>(null);
  const [isPreparing, setPreparing] = useState(false);
  const [{ ready, refused }, setFiles] = useState(nothing);

  const send = async (files: readonly PreparedFile[], keepsPosition: boolean) => {
    setFiles((now) => ({ ...now, ready: [] }));
    if (files.length === 0) return;
    const chosen = files.map((file) => chosenFile(file, keepsPosition));
    await run((commands) => commands.attachFiles(to, chosen));
  };
  const choose = async (list: FileList | null) => {
    setPreparing(true);
    const prepared = await prepareFiles([...(list ?? [])]);
    setPreparing(false);
    setFiles(prepared);
    if (input.current) input.current.value = "";
    if (!prepared.ready.some(({ file }) => file.hasPosition)) await send(prepared.ready, false);
  };
  const withPosition = ready.filter(({ file }) => file.hasPosition).length;
  return (
    <>
      {refused.map(({ name, code }) => (
        <Notice key={name} sentence={text.refused(name, failureText({ code }).sentence)} acts={[]} />
      ))}
      {withPosition > 0 ? (
        <PositionChoice
          count={withPosition}
          onChoose={(keeps) => void send(ready, keeps)}
          onCancel={() => setFiles(nothing)}
        />
      ) : (
        <>
          <input
            ref={input}
            type="file"
            accept={accepted}
            multiple
            hidden
            aria-label={text.add}
            onChange={({ target }) => void choose(target.files)}
          />
          <Buttons>
            <Button
              size="small"
              icon={<AttachRegular />}
              disabled={isPreparing}
              onClick={() => input.current?.click()}
            >
              {isPreparing ? text.preparing : text.add}
            </Button>
          </Buttons>
          <Hush>{text.what}</Hush>
        </>
      )}
    </>
  );
}

interface PositionChoiceProps {
  readonly count: number;
  readonly onChoose: (keeps: boolean) => void;
  readonly onCancel: () => void;
}

function PositionChoice({ count, onChoose, onCancel }: PositionChoiceProps) {
  const styles = useStyles();
  return (
    <fieldset className={styles.choice}>
      <legend>{text.position.asks(count)}</legend>
      <Buttons>
        <Button size="small" onClick={() => onChoose(false)}>
          {text.position.without}
        </Button>
        <Button size="small" onClick={() => onChoose(true)}>
          {text.position.keep}
        </Button>
        <Button size="small" appearance="subtle" onClick={onCancel}>
          {text.cancel}
        </Button>
      </Buttons>
    </fieldset>
  );
}
