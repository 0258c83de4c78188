import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type SubmitEvent } from "react";
import { readNumber } from "../../../shared/colombia/read-number.ts";
import { reasonLength } from "../../../shared/contract/fields.ts";
import { settingMistake, type Setting } from "../../../shared/model/setting.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { useFocusWithin } from "../parts/use-focus.ts";
import { useActs } from "../session/SessionProvider.tsx";
import { reasonText } from "../text/reason-text.ts";
import { settingsText } from "../text/settings-text.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
});

interface SettingFormProps {
  readonly setting: Setting;
  readonly value: number;
  readonly onDone: () => void;
}

/** Asks for another number and why. */
export function SettingForm({ setting, value, onDone }: SettingFormProps) {
  const styles = useStyles();
  const { run } = useActs();
  const form = useFocusWithin<HTMLFormElement>("input");
  const [typed, setTyped] = useState(settingsText.number(value));
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const [stale, setStale] = useState(false);
  const mistake = mistakeOf(setting, value, typed);
  const noReason = reason.trim().length < reasonLength.min;
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    const number = readNumber(typed)?.value;
    if (mistake !== undefined || noReason || number === undefined) return;
    const outcome = await run((commands) => commands.changeSetting(setting.id, number, reason.trim()));
    if (outcome.ok && outcome.value.result === "changed") onDone();
    setStale(outcome.ok && outcome.value.result === "stale");
  };
  const said = stale ? settingsText.stale : asked ? mistake : undefined;
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => void submit(event)}>
      <Field label={settingsText.value} {...(said === undefined ? {} : { validationMessage: said })}>
        <Input
          value={typed}
          inputMode="decimal"
          contentAfter={settingsText.unit(setting.unit)}
          onChange={(_, { value: text }) => setTyped(text)}
        />
      </Field>
      <Field
        label={settingsText.reason}
        {...(asked && noReason ? { validationMessage: reasonText.missing(reasonLength.min) } : {})}
      >
        <Input
          maxLength={reasonLength.max}
          value={reason}
          onChange={(_, { value: text }) => setReason(text)}
        />
      </Field>
      <Buttons>
        <Button type="submit" size="small" appearance="primary">
          {settingsText.save}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDone}>
          {settingsText.cancel}
        </Button>
      </Buttons>
    </form>
  );
}

function mistakeOf(setting: Setting, value: number, typed: string): string | undefined {
  const number = readNumber(typed)?.value;
  const mistake = number === undefined ? "out-of-bounds" : settingMistake(setting, number);
  if (mistake === "not-whole") return settingsText.whole;
  if (mistake) return settingsText.between(setting.min, setting.max);
  return number === value ? settingsText.same : undefined;
}
