import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";

/** The company's deep green, from nearly black to nearly white. */
const green: BrandVariants = {
  10: "#02130C",
  20: "#072117",
  30: "#083323",
  40: "#07422C",
  50: "#065036",
  60: "#065E40",
  70: "#0A6B4A",
  80: "#107654",
  90: "#2F8767",
  100: "#4B987A",
  110: "#66A98E",
  120: "#81BAA3",
  130: "#9DCBB8",
  140: "#B9DCCD",
  150: "#D6EDE3",
  160: "#EEF8F3",
};

/** Excel's own typeface first; then what each system has with the same widths. */
const fontFamilyBase =
  "'Segoe UI', 'Segoe UI Web (West European)', -apple-system, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";

export type Appearance = "light" | "dark" | "high-contrast";

/** On dark grey the brand's foregrounds are lightened two steps, to keep 4.5:1. */
const darkForegrounds = {
  colorBrandForeground1: green[120],
  colorBrandForeground2: green[130],
  colorBrandForegroundLink: green[120],
  colorBrandForegroundLinkHover: green[130],
  colorBrandForegroundLinkPressed: green[110],
  colorCompoundBrandForeground1: green[120],
  colorCompoundBrandForeground1Hover: green[130],
  colorCompoundBrandStroke: green[110],
};

export const themes: Readonly<Record<Appearance, Theme>> = {
  light: { ...createLightTheme(green), fontFamilyBase },
  dark: { ...createDarkTheme(green), ...darkForegrounds, fontFamilyBase },
  "high-contrast": { ...teamsHighContrastTheme, fontFamilyBase },
};
