import { indentPixels } from "../measures.ts";
import { builtInFormat } from "../number-formats.ts";
import { borderStyles, horizontalAligns, valueOf, verticalAligns } from "../style-words.ts";
import type { Style } from "../snapshot.ts";
import type { ColorReader } from "./colors.ts";
import type { XmlElement } from "./xml.ts";
import { child, children, flag, number } from "./xml.ts";

export interface WorkbookStyles {
  /** The style of each cell format, by its number in the sheet's `s` attributes. */
  formats: Style[];
  /** The differences that conditional formats lay over a cell, by `dxfId`. */
  differences: Style[];
  /** Font and size of a cell without any. */
  normal: Style;
}

/** What styles.xml says, in Univer's words. Fonts equal to the workbook's own are left out of the cells. */
export function readStyles(part: XmlElement | undefined, color: ColorReader): WorkbookStyles {
  const patterns = customPatterns(part);
  const fonts = children(child(part, "fonts"), "font").map((font) => readFont(font, color));
  const fills = children(child(part, "fills"), "fill").map((fill) => readFill(fill, color));
  const borders = children(child(part, "borders"), "border").map((border) => readBorder(border, color));
  const normal = { ff: fonts[0]?.ff ?? "Calibri", fs: fonts[0]?.fs ?? 11 };
  const formats = children(child(part, "cellXfs"), "xf").map((xf) => ({
    ...without(fonts[number(xf, "fontId") ?? 0] ?? {}, normal),
    ...fills[number(xf, "fillId") ?? 0],
    ...borders[number(xf, "borderId") ?? 0],
    ...readPattern(patterns.get(number(xf, "numFmtId") ?? 0) ?? builtInFormat(number(xf, "numFmtId") ?? 0)),
    ...readAlignment(child(xf, "alignment")),
  }));
  const differences = children(child(part, "dxfs"), "dxf").map((dxf) => ({
    ...readFont(child(dxf, "font"), color),
    ...readDifferenceFill(child(dxf, "fill"), color),
    ...readBorder(child(dxf, "border"), color),
  }));
  return { formats, differences, normal };
}

function customPatterns(part: XmlElement | undefined): Map<number, string> {
  const formats = children(child(part, "numFmts"), "numFmt");
  return new Map(
    formats.map((format) => [number(format, "numFmtId") ?? 0, format.attributes["formatCode"] ?? ""]),
  );
}

function readPattern(pattern: string | undefined): Style {
  return pattern === undefined || /^general$/i.test(pattern) ? {} : { n: { pattern } };
}

function readFont(font: XmlElement | undefined, color: ColorReader): Style {
  const rgb = color(child(font, "color"));
  const name = child(font, "name")?.attributes["val"];
  const size = number(child(font, "sz"), "val");
  return {
    ...(name ? { ff: name } : {}),
    ...(size ? { fs: size } : {}),
    ...(isOn(font, "b") ? { bl: 1 } : {}),
    ...(isOn(font, "i") ? { it: 1 } : {}),
    ...(isUnderlined(font) ? { ul: { s: 1 } } : {}),
    ...(isOn(font, "strike") ? { st: { s: 1 } } : {}),
    ...(rgb && rgb !== "#000000" ? { cl: { rgb } } : {}),
  };
}

function isOn(font: XmlElement | undefined, name: string): boolean {
  const element = child(font, name);
  return element !== undefined && flag(element, "val", true);
}

function isUnderlined(font: XmlElement | undefined): boolean {
  const element = child(font, "u");
  return element !== undefined && element.attributes["val"] !== "none";
}

function readFill(fill: XmlElement, color: ColorReader): Style {
  const pattern = child(fill, "patternFill");
  const kind = pattern?.attributes["patternType"] ?? "none";
  const rgb = kind === "none" ? undefined : color(child(pattern, "fgColor"));
  return rgb ? { bg: { rgb } } : {};
}

/** In a difference the colour of a solid fill is the background one (ECMA-376 part 1, 18.8.14 and 18.8.20). */
function readDifferenceFill(fill: XmlElement | undefined, color: ColorReader): Style {
  const pattern = child(fill, "patternFill");
  const rgb = color(child(pattern, "bgColor")) ?? color(child(pattern, "fgColor"));
  return rgb ? { bg: { rgb } } : {};
}

function readBorder(border: XmlElement | undefined, color: ColorReader): Style {
  const bd: NonNullable<Style["bd"]> = {};
  for (const [side, name] of [
    ["t", "top"],
    ["b", "bottom"],
    ["l", "left"],
    ["r", "right"],
  ] as const) {
    const edge = child(border, name);
    const style = valueOf(borderStyles, edge?.attributes["style"]);
    if (style) bd[side] = { s: style, cl: { rgb: color(child(edge, "color")) ?? "#000000" } };
  }
  return Object.keys(bd).length > 0 ? { bd } : {};
}

function readAlignment(alignment: XmlElement | undefined): Style {
  const words = alignment?.attributes ?? {};
  const ht = words["horizontal"] === "centerContinuous" ? 2 : valueOf(horizontalAligns, words["horizontal"]);
  const vt = valueOf(verticalAligns, words["vertical"] === "center" ? "middle" : words["vertical"]);
  const indent = number(alignment, "indent");
  return {
    ...(ht ? { ht } : {}),
    ...(vt ? { vt } : {}),
    ...(flag(alignment, "wrapText") ? { tb: 3 } : {}),
    ...readRotation(number(alignment, "textRotation")),
    ...(indent ? { pd: { l: indent * indentPixels } } : {}),
  };
}

/** The file counts 1–90 upwards and 91–180 downwards, 255 is stacked; Univer counts degrees clockwise. */
function readRotation(rotation = 0): Style {
  if (rotation === 255) return { tr: { a: 0, v: 1 } };
  if (rotation === 0) return {};
  return { tr: { a: rotation <= 90 ? -rotation : rotation - 90 } };
}

function without(style: Style, normal: Style): Style {
  const { ff, fs, ...rest } = style;
  return { ...rest, ...(ff && ff !== normal.ff ? { ff } : {}), ...(fs && fs !== normal.fs ? { fs } : {}) };
}
