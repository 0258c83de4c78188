import { Field, Radio, RadioGroup, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Hush } from "../parts/Hush.tsx";

const useStyles = makeStyles({
  beside: {
    display: "grid",
    gridTemplateColumns: "repeat(2, minmax(0, 1fr))",
    alignItems: "start",
    columnGap: tokens.spacingHorizontalXS,
  },
  group: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What supports the label. */
  readonly detail?: string | undefined;
}

interface ChoicesProps {
  readonly text: string;
  readonly choices: readonly Choice[];
  /** What was answered; null while nothing was. */
  readonly chosen: string | null;
  /** Two readings side by side. */
  readonly beside?: boolean;
  readonly onChoose: (value: string) => void;
}

/** A question that is answered by one of a few things. */
export function Choices({ text, choices, chosen, beside = false, onChoose }: ChoicesProps) {
  const styles = useStyles();
  return (
    <Field label={text}>
      <RadioGroup
        className={mergeClasses(styles.group, beside && styles.beside)}
        value={chosen ?? ""}
        onChange={(_, { value }) => onChoose(value)}
      >
        {choices.map(({ value, label, detail }) => (
          <Radio
            key={value}
            value={value}
            label={
              <>
                {label}
                {detail !== undefined && <Hush>{detail}</Hush>}
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
