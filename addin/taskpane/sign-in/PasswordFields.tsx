import { Field, Input, makeStyles, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { PasswordWeakness } from "../../../shared/contract/sign-in.ts";
import { accountText, weaknessSentences } from "../text/account-text.ts";

const text = accountText.newPassword;

/** The name of the product is larger than the rest of the view, which therefore keeps to one size. */
const useStyles = makeStyles({ line: { ...typographyStyles.body1 } });

/** A password that somebody chooses, written twice. */
export interface ChosenPassword {
  readonly value: string;
  readonly fields: React.ReactNode;
  /** Whether it can be sent; from then on the fields say what is wrong with it. */
  check(): boolean;
  /** What the service said of it. */
  refuse(why: PasswordWeakness): void;
}

export function useChosenPassword(): ChosenPassword {
  const { line } = useStyles();
  const [value, setValue] = useState("");
  const [repeated, setRepeated] = useState("");
  const [weakness, setWeakness] = useState<PasswordWeakness>();
  const [asked, setAsked] = useState(false);
  const isDifferent = asked && value !== repeated;
  return {
    value,
    refuse: setWeakness,
    check() {
      setAsked(true);
      // The service decides; what is plainly too short need not be asked.
      const why = value.length < 10 ? "short" : undefined;
      setWeakness(why);
      return why === undefined && value === repeated;
    },
    fields: (
      <>
        <Field
          label={text.password}
          hint={{ children: text.hint, className: line }}
          {...(weakness
            ? { validationMessage: { children: weaknessSentences[weakness], className: line } }
            : {})}
        >
          <Input
            name="new-password"
            type="password"
            autoComplete="new-password"
            value={value}
            onChange={(_, typed) => setValue(typed.value)}
          />
        </Field>
        <Field
          label={text.repeat}
          {...(isDifferent ? { validationMessage: { children: text.different, className: line } } : {})}
        >
          <Input
            name="repeated-password"
            type="password"
            autoComplete="new-password"
            value={repeated}
            onChange={(_, typed) => setRepeated(typed.value)}
          />
        </Field>
      </>
    ),
  };
}
