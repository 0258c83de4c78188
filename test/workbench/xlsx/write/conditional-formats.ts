import { formatBlock } from "../address.ts";
import type { ConditionalFormat, ConditionalRule, Threshold } from "../resources.ts";
import type { HighlightRule } from "./highlights.ts";
import { highlight } from "./highlights.ts";
import type { StyleTable } from "./styles.ts";
import { element, escapeXml } from "./xml.ts";

/** The `conditionalFormatting` elements of a sheet, the one that wins first. */
export function conditionalFormats(formats: ConditionalFormat[] = [], styles: StyleTable): string {
  return formats
    .filter(({ ranges }) => ranges.length > 0)
    .map(({ ranges, rule, stopIfTrue }, index) => {
      const place = { priority: index + 1, stopIfTrue: stopIfTrue || undefined };
      const written =
        rule.type === "highlightCell"
          ? highlightElement(rule, place, ranges, styles)
          : element("cfRule", { type: rule.type, ...place }, scaleElement(rule));
      return element("conditionalFormatting", { sqref: ranges.map(formatBlock).join(" ") }, written);
    })
    .join("");
}

interface Place {
  priority: number;
  stopIfTrue: boolean | undefined;
}

function highlightElement(
  rule: HighlightRule,
  place: Place,
  ranges: ConditionalFormat["ranges"],
  styles: StyleTable,
): string {
  const { attributes, formulas } = highlight(rule, ranges[0]);
  const written = formulas.map((formula) => element("formula", {}, escapeXml(formula)));
  return element("cfRule", { ...attributes, dxfId: styles.difference(rule.style), ...place }, ...written);
}

function scaleElement(rule: Exclude<ConditionalRule, HighlightRule>): string {
  switch (rule.type) {
    case "colorScale":
      return element(
        "colorScale",
        {},
        ...rule.config.map(({ value }) => threshold(value)),
        ...rule.config.map(({ color }) => colorElement(color)),
      );
    case "dataBar": {
      const { min, max, positiveColor } = rule.config;
      const showValue = rule.isShowValue ? undefined : false;
      return element("dataBar", { showValue }, threshold(min), threshold(max), colorElement(positiveColor));
    }
    case "iconSet":
      return iconSet(rule);
  }
}

/** The file lists icons from the worst, Univer from the best. */
function iconSet({ config, isShowValue }: Extract<ConditionalRule, { type: "iconSet" }>): string {
  const steps = config.toReversed();
  const attributes = {
    iconSet: config[0]?.iconType ?? "3TrafficLights1",
    showValue: isShowValue ? undefined : false,
    reverse: Number(config[0]?.iconId ?? 0) > 0 || undefined,
  };
  return element("iconSet", attributes, ...steps.map(({ value }) => threshold(value)));
}

function threshold({ type, value }: Threshold): string {
  const val = typeof value === "string" ? value.replace(/^=/, "") : value;
  return element("cfvo", { type, val });
}

function colorElement(color: string): string {
  return element("color", { rgb: `FF${color.replace("#", "").toUpperCase()}` });
}
