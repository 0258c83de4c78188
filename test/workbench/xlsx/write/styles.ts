import type { Color, Style } from "../snapshot.ts";
import { borderStyles, horizontalAligns, verticalAligns, wordOf } from "../style-words.ts";
import { indentPixels } from "../measures.ts";
import { document, element, list, mainNamespace } from "./xml.ts";

/** Collects the styles that cells and conditional formats use; each gets a number once. */
export interface StyleTable {
  /** The `s` of a cell that looks so. */
  format: (style: Style | undefined) => number;
  /** The `dxfId` of a difference laid over cells. */
  difference: (style: Style) => number;
  part: () => string;
}

/** An empty table; cells without font or size have the given ones. */
export function createStyleTable(normal: Style): StyleTable {
  const fonts = numbered([fontElement(normal)]);
  const fills = numbered([fill("none"), fill("gray125")]);
  const borders = numbered([borderElement({})]);
  const patterns = numbered([]);
  const formats = numbered([element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 })]);
  const differences = numbered([]);

  const format = (style: Style = {}) => {
    const pattern = style.n?.pattern;
    const [fontId, fillId, borderId] = [
      fonts.add(fontElement({ ...normal, ...style })),
      style.bg?.rgb ? fills.add(fill("solid", style.bg)) : 0,
      borders.add(borderElement(style)),
    ];
    const numFmtId = pattern ? firstCustomPattern + patterns.add(pattern) : 0;
    return formats.add(
      element(
        "xf",
        {
          numFmtId,
          fontId,
          fillId,
          borderId,
          xfId: 0,
          applyNumberFormat: numFmtId > 0 || undefined,
          applyFont: fontId > 0 || undefined,
          applyFill: fillId > 0 || undefined,
          applyBorder: borderId > 0 || undefined,
        },
        alignmentElement(style),
      ),
    );
  };

  return {
    format,
    difference: (style) => differences.add(element("dxf", {}, ...differenceParts(style))),
    part: () =>
      document(
        element(
          "styleSheet",
          { xmlns: mainNamespace },
          list(
            "numFmts",
            patterns.items.map((formatCode, index) =>
              element("numFmt", { numFmtId: firstCustomPattern + index, formatCode }),
            ),
          ),
          list("fonts", fonts.items),
          list("fills", fills.items),
          list("borders", borders.items),
          list("cellStyleXfs", [element("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
          list("cellXfs", formats.items),
          list("cellStyles", [element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })]),
          list("dxfs", differences.items),
        ),
      ),
  };
}

/** Numbers below belong to the patterns that Excel knows by number. */
const firstCustomPattern = 164;

function numbered(first: string[]): { items: string[]; add: (item: string) => number } {
  const items = [...first];
  const places = new Map(items.map((item, index) => [item, index]));
  const add = (item: string) => {
    const known = places.get(item);
    if (known !== undefined) return known;
    places.set(item, items.length);
    return items.push(item) - 1;
  };
  return { items, add };
}

function fontElement(style: Style): string {
  return element(
    "font",
    {},
    ...fontParts(style),
    element("sz", { val: style.fs ?? 11 }),
    element("name", { val: style.ff ?? "Calibri" }),
  );
}

function fontParts({ bl, it, st, ul, cl }: Style): string[] {
  return [
    bl ? "<b/>" : "",
    it ? "<i/>" : "",
    st?.s ? "<strike/>" : "",
    ul?.s ? "<u/>" : "",
    cl?.rgb ? element("color", { rgb: argb(cl) }) : "",
  ];
}

function differenceParts(style: Style): string[] {
  const font = fontParts(style).join("");
  // In a difference the colour of a solid fill is the background one.
  const background = style.bg?.rgb ? element("bgColor", { rgb: argb(style.bg) }) : "";
  return [
    font && element("font", {}, font),
    background && element("fill", {}, element("patternFill", {}, background)),
    style.bd ? borderElement(style) : "",
  ];
}

function fill(patternType: string, color?: Color): string {
  const foreground = color ? element("fgColor", { rgb: argb(color) }) : "";
  return element("fill", {}, element("patternFill", { patternType }, foreground));
}

function borderElement({ bd }: Style): string {
  const sides = [
    ["left", bd?.l],
    ["right", bd?.r],
    ["top", bd?.t],
    ["bottom", bd?.b],
  ] as const;
  const edges = sides.map(([name, edge]) => {
    const style = wordOf(borderStyles, edge?.s);
    return style && edge
      ? element(name, { style }, element("color", { rgb: argb(edge.cl) }))
      : element(name, {});
  });
  return element("border", {}, ...edges, "<diagonal/>");
}

function alignmentElement({ ht, vt, tb, tr, pd }: Style): string {
  const vertical = wordOf(verticalAligns, vt);
  const attributes = {
    horizontal: wordOf(horizontalAligns, ht),
    vertical: vertical === "middle" ? "center" : vertical,
    textRotation: rotation(tr),
    wrapText: tb === 3 || undefined,
    indent: pd?.l ? Math.round(pd.l / indentPixels) || undefined : undefined,
  };
  return Object.values(attributes).some((value) => value !== undefined)
    ? element("alignment", attributes)
    : "";
}

/** Univer counts degrees clockwise, the file 1–90 upwards and 91–180 downwards; 255 is stacked. */
function rotation(tr: Style["tr"]): number | undefined {
  if (!tr) return undefined;
  if (tr.v) return 255;
  return tr.a === 0 ? undefined : tr.a < 0 ? -tr.a : tr.a + 90;
}

/** `#1b5e20`, `rgb(27,94,32)` or `#fff` as the file's eight digits; anything else is black. */
function argb(color: Color): string {
  const written = color.rgb ?? "";
  const channels = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(written)?.slice(1).map(Number);
  if (channels)
    return `FF${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
  const digits = written.replace("#", "");
  const hex = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  return /^[0-9a-f]{6}$/i.test(hex) ? `FF${hex.toUpperCase()}` : "FF000000";
}
