import type { OfficePackage } from "./package.ts";
import { child, number } from "./xml.ts";
import type { XmlElement } from "./xml.ts";

/** Resolves a colour element of styles.xml to `#RRGGBB`; undefined means automatic. */
export type ColorReader = (element: XmlElement | undefined) => string | undefined;

// ECMA-376 part 1, 18.8.27: the first eight repeat as 8–15; 64 and 65 are the system's own colours.
const indexed =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(
    " ",
  );

/** Colours of a package: plain, indexed, or of its theme with a tint. */
export function colorReader(themePart: ReturnType<OfficePackage["part"]>): ColorReader {
  const theme = themeColors(themePart);
  return (element) => {
    const rgb = element?.attributes["rgb"];
    if (rgb) return `#${rgb.slice(-6).toUpperCase()}`;
    const base = theme[number(element, "theme") ?? -1] ?? indexed[number(element, "indexed") ?? -1];
    return base === undefined ? undefined : tinted(base, number(element, "tint") ?? 0);
  };
}

function themeColors(part: XmlElement | undefined): string[] {
  const scheme = child(child(part, "themeElements"), "clrScheme")?.children ?? [];
  const colors = scheme.map(
    ({ children: [color] }) => color?.attributes["lastClr"] ?? color?.attributes["val"] ?? "000000",
  );
  // The file lists dark 1, light 1, dark 2, light 2; an index counts light before dark.
  const [dark1 = "000000", light1 = "FFFFFF", dark2 = "44546A", light2 = "E7E6E6", ...accents] = colors;
  return [light1, dark1, light2, dark2, ...accents];
}

/** Lightness moved towards white (positive) or black (negative), as 18.8.19 says. */
function tinted(hex: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const moved = channels.map((value) =>
    Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint),
  );
  return `#${moved.map((value) => value.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
