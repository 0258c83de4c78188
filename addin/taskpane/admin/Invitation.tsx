import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useState } from "react";
import type { Invited } from "../../../shared/contract/invitations.ts";
import { Buttons } from "../parts/Buttons.tsx";
import { Hush } from "../parts/Hush.tsx";
import { formatInstant } from "../text/moments.ts";
import { peopleText } from "../text/people-text.ts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  line: { margin: 0 },
  code: {
    ...typographyStyles.body1Strong,
    fontFamily: tokens.fontFamilyMonospace,
    padding: tokens.spacingHorizontalM,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
    userSelect: "all",
  },
});

/** An invitation that was made. */
export type MadeInvitation = Extract<Invited, { result: "invited" }>;

/** An invitation is on its way, or this is the code to hand over. */
export function Invitation({ invited: { code, until } }: { readonly invited: MadeInvitation }) {
  const styles = useStyles();
  const [copied, setCopied] = useState(false);
  if (code === null) return <p className={styles.line}>{peopleText.sent}</p>;
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <div className={styles.box}>
      <p className={styles.line}>{peopleText.handOver}</p>
      <code className={styles.code}>{code}</code>
      <Hush>{peopleText.holdsUntil(formatInstant(until))}</Hush>
      <Buttons>
        <Button size="small" icon={<CopyRegular />} onClick={() => void copy()}>
          {copied ? peopleText.copied : peopleText.copy}
        </Button>
      </Buttons>
    </div>
  );
}
