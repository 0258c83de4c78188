import { makeStyles, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";
import { ActLink } from "./ActLink.tsx";
import { Acts } from "./Acts.tsx";

const useStyles = makeStyles({
  notice: { display: "flex", columnGap: tokens.spacingHorizontalS },
  icon: { flex: "none", fontSize: "16px", lineHeight: "20px", color: tokens.colorStatusWarningForeground3 },
  body: { minWidth: 0, overflowWrap: "anywhere" },
});

interface NoticeProps {
  readonly sentence: string;
  readonly acts: readonly { readonly label: string; readonly onAct: () => void }[];
}

/** Something that is not as it should be within a card, and the ways out. */
export function Notice({ sentence, acts }: NoticeProps) {
  const styles = useStyles();
  return (
    <div className={styles.notice}>
      <WarningRegular className={styles.icon} aria-hidden />
      <div className={styles.body}>
        {sentence}
        <Acts>
          {acts.map(({ label, onAct }) => (
            <ActLink key={label} text={label} onAct={onAct} />
          ))}
        </Acts>
      </div>
    </div>
  );
}
