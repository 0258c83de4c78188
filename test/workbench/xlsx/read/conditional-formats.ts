import type { Block } from "../address.ts";
import { cellAddress, parseBlocks } from "../address.ts";
import type { ConditionalFormat, ConditionalRule, Threshold } from "../resources.ts";
import type { Style } from "../snapshot.ts";
import type { ColorReader } from "./colors.ts";
import type { XmlElement } from "./xml.ts";
import { child, children, flag, number } from "./xml.ts";

export interface ConditionalContext {
  sheetId: string;
  differences: Style[];
  color: ColorReader;
}

/** The conditional formats of a worksheet part, the one that wins first. Kinds that Univer lacks are left out. */
export function readConditionalFormats(
  part: XmlElement | undefined,
  context: ConditionalContext,
): ConditionalFormat[] {
  return children(part, "conditionalFormatting")
    .flatMap((group) =>
      children(group, "cfRule").map((rule) => ({
        rule,
        ranges: parseBlocks(group.attributes["sqref"] ?? ""),
      })),
    )
    .toSorted((one, other) => (number(one.rule, "priority") ?? 0) - (number(other.rule, "priority") ?? 0))
    .flatMap(({ rule, ranges }, index) => {
      const read = readRule(rule, ranges, context);
      const cfId = `${context.sheetId}-format-${index}`;
      return read ? [{ cfId, ranges, stopIfTrue: flag(rule, "stopIfTrue"), rule: read }] : [];
    });
}

function readRule(
  rule: XmlElement,
  ranges: Block[],
  context: ConditionalContext,
): ConditionalRule | undefined {
  switch (rule.attributes["type"]) {
    case "colorScale":
      return readColorScale(child(rule, "colorScale"), context.color);
    case "dataBar":
      return readDataBar(child(rule, "dataBar"), context.color);
    case "iconSet":
      return readIconSet(child(rule, "iconSet"));
    default:
      return readHighlight(rule, ranges, context.differences[number(rule, "dxfId") ?? -1] ?? {});
  }
}

function readHighlight(rule: XmlElement, ranges: Block[], style: Style): ConditionalRule | undefined {
  const { type = "", operator = "", text = "", timePeriod = "" } = rule.attributes;
  const formulas = children(rule, "formula").map((formula) => formula.text);
  const highlight = (subType: string, rest: object = {}): ConditionalRule => ({
    type: "highlightCell",
    subType,
    style,
    ...rest,
  });
  switch (type) {
    case "expression":
      return highlight("formula", { value: `=${formulas[0] ?? ""}` });
    case "cellIs":
      return highlight(...comparison(operator, formulas, ranges));
    case "containsText":
    case "beginsWith":
    case "endsWith":
    case "notContainsText":
    case "containsBlanks":
    case "notContainsBlanks":
    case "containsErrors":
    case "notContainsErrors":
      return highlight("text", { operator: type, value: text });
    case "timePeriod":
      return highlight("timePeriod", { operator: timePeriod });
    case "duplicateValues":
    case "uniqueValues":
      return highlight(type);
    case "top10":
      return highlight("rank", {
        isBottom: flag(rule, "bottom"),
        isPercent: flag(rule, "percent"),
        value: number(rule, "rank") ?? 10,
      });
    case "aboveAverage":
      return highlight("average", { operator: averageOperator(rule) });
    default:
      return undefined;
  }
}

const signs: Record<string, string> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

/** Univer compares with numbers only: with anything else the comparison becomes a formula on the first cell. */
function comparison(operator: string, formulas: string[], ranges: Block[]): [string, object] {
  const numbers = formulas.map(Number);
  if (formulas.length > 0 && numbers.every((value) => !Number.isNaN(value))) {
    return ["number", { operator, value: numbers.length > 1 ? numbers : numbers[0] }];
  }
  const cell = cellAddress(ranges[0]?.startRow ?? 0, ranges[0]?.startColumn ?? 0);
  const [from = "", to = ""] = formulas;
  const inside = `AND(${cell}>=${from},${cell}<=${to})`;
  if (operator === "between") return ["formula", { value: `=${inside}` }];
  if (operator === "notBetween") return ["formula", { value: `=NOT(${inside})` }];
  return ["formula", { value: `=${cell}${signs[operator] ?? "="}${from}` }];
}

function averageOperator(rule: XmlElement): string {
  const above = flag(rule, "aboveAverage", true) ? "greaterThan" : "lessThan";
  return flag(rule, "equalAverage") ? `${above}OrEqual` : above;
}

function thresholds(element: XmlElement | undefined): Threshold[] {
  return children(element, "cfvo").map(({ attributes: { type = "num", val } }) => ({
    type,
    ...(val === undefined || type === "min" || type === "max"
      ? {}
      : { value: type === "formula" ? `=${val}` : Number(val) }),
  }));
}

function readColorScale(element: XmlElement | undefined, color: ColorReader): ConditionalRule {
  const colors = children(element, "color").map((entry) => color(entry) ?? "#FFFFFF");
  const config = thresholds(element).map((value, index) => ({
    index,
    value,
    color: colors[index] ?? "#FFFFFF",
  }));
  return { type: "colorScale", config };
}

function readDataBar(element: XmlElement | undefined, color: ColorReader): ConditionalRule {
  const [min = { type: "min" }, max = { type: "max" }] = thresholds(element);
  const positiveColor = color(child(element, "color")) ?? "#638EC6";
  return {
    type: "dataBar",
    isShowValue: flag(element, "showValue", true),
    config: { min, max, isGradient: true, positiveColor, nativeColor: "#FF0000" },
  };
}

/** The file lists icons from the worst, Univer from the best; each holds from its threshold upwards. */
function readIconSet(element: XmlElement | undefined): ConditionalRule {
  const iconType = element?.attributes["iconSet"] ?? "3TrafficLights1";
  const steps = thresholds(element).toReversed();
  const reversed = flag(element, "reverse");
  const config = steps.map((value, index) => ({
    operator: "greaterThanOrEqual",
    value,
    iconType,
    iconId: String(reversed ? steps.length - 1 - index : index),
  }));
  return { type: "iconSet", isShowValue: flag(element, "showValue", true), config };
}
