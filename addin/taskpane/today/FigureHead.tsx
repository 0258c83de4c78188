import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { useEffect, useRef } from "react";
import { es } from "../text/es.ts";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    margin: `calc(-1 * ${tokens.spacingVerticalXS})`,
    padding: tokens.spacingVerticalXS,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":active": { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "0",
    },
  },
  label: { ...typographyStyles.body1Strong, flex: "1 1 0", minWidth: 0 },
  result: { ...typographyStyles.title3, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  more: { flex: "none", color: tokens.colorNeutralForeground3, fontSize: "16px" },
});

interface FigureHeadProps {
  readonly titleId: string;
  readonly label: string;
  readonly result: string;
  /** Whether the focus belongs here, coming back from the explanation. */
  readonly focused: boolean;
  readonly onOpen: () => void;
}

/** The name and the result of an indicator; opens its explanation. */
export function FigureHead({ titleId, label, result, focused, onOpen }: FigureHeadProps) {
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);
  return (
    <button ref={button} type="button" className={styles.head} title={es.today.explain} onClick={onOpen}>
      <span className={styles.label} id={titleId}>
        {label}
      </span>
      <span className={styles.result}>{result}</span>
      <ChevronRightRegular className={styles.more} aria-hidden />
    </button>
  );
}
