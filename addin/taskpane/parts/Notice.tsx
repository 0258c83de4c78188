import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { WarningRegular } from "@fluentui/react-icons/svg/warning";

const useStyles = makeStyles({
  notice: { display: "flex", columnGap: tokens.spacingHorizontalS },
  icon: { flex: "none", fontSize: "16px", lineHeight: "20px", color: tokens.colorStatusWarningForeground3 },
  body: { minWidth: 0, overflowWrap: "anywhere" },
  acts: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalXS,
  },
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
        <div className={styles.acts}>
          {acts.map(({ label, onAct }) => (
            <Link key={label} onClick={onAct}>
              {label}
            </Link>
          ))}
        </div>
      </div>
    </div>
  );
}
