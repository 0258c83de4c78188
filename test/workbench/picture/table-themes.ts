import type { Style } from "../xlsx/snapshot.ts";

/** A theme of Univer: the styles of the parts of a range, laid under the cells' own. */
export interface RangeTheme {
  name: string;
  headerRowStyle?: Style;
  firstRowStyle?: Style;
  secondRowStyle?: Style;
}

// Office's theme since 2013: the neutral one and the six accents.
const accents = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

/**
 * How Excel draws a table style: `TableStyleMedium1`–`7` and their repetitions have a filled header and bands, the light
 * ones bands under a bold header. `banded` is the table's own switch for its bands. Undefined for no style and for
 * styles of one's own.
 */
export function tableTheme(style: string, banded: boolean): RangeTheme | undefined {
  const [, kind, number] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
  if (!kind || !number) return undefined;
  const accent = accents[(Number(number) - 1) % accents.length] ?? "#000000";
  const line = { s: 1, cl: { rgb: accent } };
  const header: Style =
    kind === "Light" ? { bl: 1, bd: { b: line } } : { bl: 1, bg: { rgb: accent }, cl: { rgb: "#FFFFFF" } };
  return {
    name: banded ? style : `${style} sin bandas`,
    headerRowStyle: header,
    firstRowStyle: banded ? { bg: { rgb: lighter(accent) } } : {},
    secondRowStyle: {},
  };
}

function lighter(color: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `#${channels
    .map((value) =>
      Math.round(value + (255 - value) * 0.85)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
