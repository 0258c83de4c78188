import { makeStyles, tokens } from "@fluentui/react-components";

/** System colours where the system forces its own: shapes keep a colour that stands out. */
const forced = (color: string) =>
  ({ "@media (forced-colors: active)": { forcedColorAdjust: "none", backgroundColor: color } }) as const;

/** What nothing is judged by is hollow there, as the system's grey may be as loud as any other colour. */
const hollow = {
  "@media (forced-colors: active)": {
    forcedColorAdjust: "none",
    backgroundColor: "Canvas",
    boxShadow: "inset 0 0 0 1px CanvasText",
  },
} as const;

/** Fills of bars by how their figure looks. Height and position say the same as the colour. */
export const useFigureColors = makeStyles({
  met: { backgroundColor: tokens.colorCompoundBrandStroke, ...forced("Highlight") },
  near: { backgroundColor: tokens.colorPaletteMarigoldBackground3, ...forced("CanvasText") },
  missed: { backgroundColor: tokens.colorPaletteRedBackground3, ...forced("CanvasText") },
  "on-pace": { backgroundColor: tokens.colorCompoundBrandStroke, ...forced("Highlight") },
  "behind-pace": { backgroundColor: tokens.colorPaletteMarigoldBackground3, ...forced("CanvasText") },
  "no-target": { backgroundColor: tokens.colorNeutralStroke1, ...hollow },
});
