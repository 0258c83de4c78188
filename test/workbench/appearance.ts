/** How Excel looks, as its own options call it. */
export type Appearance = "light" | "dark" | "high-contrast";

export const appearances: readonly { value: Appearance; label: string }[] = [
  { value: "light", label: "Claro" },
  { value: "dark", label: "Oscuro" },
  { value: "high-contrast", label: "Alto contraste" },
];

/** The appearance that a word names; anything else is the light one. */
export function toAppearance(word: string | null): Appearance {
  return appearances.find(({ value }) => value === word)?.value ?? "light";
}

/** What Excel tells an add-in in `Office.context.officeTheme`. */
export function officeTheme(appearance: Appearance): Office.OfficeTheme {
  const [bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor] = colors[appearance];
  return {
    bodyBackgroundColor,
    bodyForegroundColor,
    controlBackgroundColor,
    controlForegroundColor: bodyForegroundColor,
    isDarkTheme: appearance !== "light",
    // The library's enumeration has the same numbers; it is not there yet when this is asked.
    themeId: appearance === "light" ? 0 : 3,
  };
}

/** Background, text and controls of Excel's colourful theme, its black one, and Windows' black contrast. */
const colors: Record<Appearance, readonly [string, string, string]> = {
  light: ["#FFFFFF", "#242424", "#F5F5F5"],
  dark: ["#292929", "#FFFFFF", "#3D3D3D"],
  "high-contrast": ["#000000", "#FFFFFF", "#000000"],
};

/** The media features by which a page learns of it, as `matchMedia` is asked for them. */
export const mediaFeatures: Record<Appearance, Readonly<Record<string, boolean>>> = {
  light: features(false, false),
  dark: features(true, false),
  "high-contrast": features(true, true),
};

function features(isDark: boolean, isContrast: boolean): Record<string, boolean> {
  return {
    "(prefers-color-scheme: dark)": isDark,
    "(prefers-color-scheme: light)": !isDark,
    "(forced-colors: active)": isContrast,
    "(prefers-contrast: more)": isContrast,
  };
}
