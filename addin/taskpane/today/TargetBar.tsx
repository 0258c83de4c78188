import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useFigureColors } from "./figure-colors.ts";
import type { FigureAnswer, Look } from "./glance.ts";

const useStyles = makeStyles({
  track: {
    position: "relative",
    height: "8px",
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke2,
    "@media (forced-colors: active)": { outline: "1px solid CanvasText" },
  },
  fill: { height: "100%", borderRadius: tokens.borderRadiusCircular },
  mark: {
    position: "absolute",
    top: "-4px",
    bottom: "-4px",
    width: "2px",
    transform: "translateX(-1px)",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: "CanvasText" },
  },
});

interface TargetBarProps {
  readonly figure: FigureAnswer;
  readonly look: Look;
  /** What the target asks for by today; drawn as a mark. */
  readonly expected: number | null;
}

/** What was done as a part of the target, with the pace of today as a mark. The words beside it say the same. */
export function TargetBar({ figure, look, expected }: TargetBarProps) {
  const styles = useStyles();
  const colors = useFigureColors();
  const { executed, target } = figure;
  if (target === null) return null;
  const full = Math.max(target, executed);
  const mark = expected ?? (executed > target ? target : null);
  return (
    <div className={styles.track} aria-hidden>
      <div className={mergeClasses(styles.fill, colors[look])} style={{ width: share(executed, full) }} />
      {mark !== null && <div className={styles.mark} style={{ left: share(mark, full) }} />}
    </div>
  );
}

/** A part of a whole as a CSS length; what is negative (credit notes) draws nothing. */
const share = (part: number, whole: number): string =>
  `${whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole)) * 100}%`;
