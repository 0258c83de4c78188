/** What Excel itself looks like. */
export type HostAppearance = "light" | "dark";

/** Below this, a background counts as dark (relative luminance from 0, black, to 1, white). */
const darkBelow = 0.4;

/**
 * How Excel says it looks, or null where it does not say (Excel on the web, or before Office is ready); then the
 * browser's own preference decides. Older Excel gives colours without `isDarkTheme`.
 */
export function hostAppearance(): HostAppearance | null {
  const theme = currentTheme();
  if (!theme) return null;
  if (typeof theme.isDarkTheme === "boolean") return theme.isDarkTheme ? "dark" : "light";
  const luminance = luminanceOf(theme.bodyBackgroundColor ?? "");
  if (luminance === undefined) return null;
  return luminance < darkBelow ? "dark" : "light";
}

function currentTheme(): Partial<Office.OfficeTheme> | undefined {
  if (typeof Office === "undefined") return undefined;
  const context: Partial<Office.Context> | undefined = Office.context;
  return context?.officeTheme;
}

function luminanceOf(color: string): number | undefined {
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(color);
  if (!parts) return undefined;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
