import type { ConditionalFormatState } from "../../excel-host/state/state.ts";
import type { ConditionalFormat, ConditionalRule } from "../xlsx/resources.ts";
import { columnLetters } from "../xlsx/address.ts";
import type { Style } from "../xlsx/snapshot.ts";
import { toArea, toBlock } from "./areas.ts";
import { isRecord, text } from "./facts.ts";

type Highlight = Extract<ConditionalRule, { type: "highlightCell" }>;
type Facts = Readonly<Record<string, unknown>>;

// Office.js's words for the comparisons of numbers and of texts.
const numberOperators: Readonly<Record<string, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};
const textOperators: Readonly<Record<string, string>> = {
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
};

/** The conditional formats of a sheet as the host keeps them, the one that wins first. */
export function conditionalFormatsToState(
  sheetId: string,
  formats: ConditionalFormat[],
): ConditionalFormatState[] {
  return formats.map(({ cfId, ranges, rule, stopIfTrue }) => ({
    id: cfId,
    areas: ranges.map((range) => toArea(sheetId, range)),
    ...ruleToState(rule),
    format: rule.type === "highlightCell" ? formatToState(rule.style) : {},
    stopIfTrue,
  }));
}

/** The host's conditional formats by sheet, as Univer and the file say them. */
export function conditionalFormatsFromState(
  formats: readonly ConditionalFormatState[],
): Record<string, ConditionalFormat[]> {
  const bySheet: Record<string, ConditionalFormat[]> = {};
  for (const format of formats) {
    const sheetId = format.areas[0]?.sheetId;
    const rule = ruleFromState(format);
    if (sheetId === undefined || !rule) continue;
    const ranges = format.areas.map(toBlock);
    (bySheet[sheetId] ??= []).push({ cfId: format.id, ranges, stopIfTrue: format.stopIfTrue, rule });
  }
  return bySheet;
}

/** Kinds that the host does not speak of are kept whole under a type of their own. */
function ruleToState(rule: ConditionalRule): { type: string; rule: Facts } {
  if (rule.type !== "highlightCell") return { type: "Kept", rule: { ...rule } };
  const { subType, operator = "", value } = rule;
  const [formula1, formula2] = (Array.isArray(value) ? value : [value]).map((operand) => text(operand));
  if (subType === "formula") return { type: "Custom", rule: { formula: text(value) } };
  if (subType === "number" && numberOperators[operator]) {
    return {
      type: "CellValue",
      rule: { formula1, ...(formula2 ? { formula2 } : {}), operator: numberOperators[operator] },
    };
  }
  if (subType === "text" && textOperators[operator]) {
    return { type: "ContainsText", rule: { operator: textOperators[operator], text: text(value) } };
  }
  return { type: "Kept", rule: { ...rule } };
}

function ruleFromState({ type, rule, format, areas }: ConditionalFormatState): ConditionalRule | undefined {
  const style = formatFromState(format);
  switch (type) {
    case "Custom":
      return formulaRule(text(rule["formula"]), style);
    case "CellValue":
      return comparison(rule, style, areas[0]);
    case "ContainsText": {
      const operator = wordOf(textOperators, rule["operator"]) ?? "containsText";
      return { type: "highlightCell", subType: "text", operator, value: text(rule["text"]), style };
    }
    case "Kept":
      return keptRule(rule);
    default:
      return undefined;
  }
}

/** Univer compares with numbers only; anything else becomes a formula on the first cell. */
function comparison(
  rule: Facts,
  style: Style,
  area: ConditionalFormatState["areas"][number] | undefined,
): ConditionalRule {
  const operator = wordOf(numberOperators, rule["operator"]) ?? "equal";
  const [first = "", second] = [rule["formula1"], rule["formula2"]].map((operand) =>
    text(operand).replace(/^=/, ""),
  );
  const numbers = [first, ...(second ? [second] : [])].map(Number);
  if (numbers.every((value) => !Number.isNaN(value))) {
    return {
      type: "highlightCell",
      subType: "number",
      operator,
      value: numbers.length > 1 ? numbers : numbers[0],
      style,
    };
  }
  const cell = `${columnLetters(area?.column ?? 0)}${(area?.row ?? 0) + 1}`;
  const signs: Readonly<Record<string, string>> = {
    equal: "=",
    notEqual: "<>",
    greaterThan: ">",
    lessThan: "<",
    greaterThanOrEqual: ">=",
    lessThanOrEqual: "<=",
  };
  const inside = `AND(${cell}>=${first},${cell}<=${second ?? first})`;
  if (operator === "between") return formulaRule(`=${inside}`, style);
  if (operator === "notBetween") return formulaRule(`=NOT(${inside})`, style);
  return formulaRule(`=${cell}${signs[operator] ?? "="}${first}`, style);
}

function formulaRule(formula: string, style: Style): Highlight {
  const value = formula.startsWith("=") ? formula : `=${formula}`;
  return { type: "highlightCell", subType: "formula", value, style };
}

/** What `ruleToState` put away whole comes back as it was. */
function keptRule(rule: Facts): ConditionalRule | undefined {
  return isRecord(rule) && typeof rule["type"] === "string"
    ? (rule as unknown as ConditionalRule)
    : undefined;
}

function formatToState({ bg, cl, bl, it, st }: Style): Facts {
  return {
    ...(bg?.rgb ? { fill: bg.rgb } : {}),
    ...(cl?.rgb ? { fontColor: cl.rgb } : {}),
    ...(bl ? { bold: true } : {}),
    ...(it ? { italic: true } : {}),
    ...(st?.s ? { strikethrough: true } : {}),
  };
}

function formatFromState(format: Facts): Style {
  const [fill, fontColor] = [text(format["fill"]), text(format["fontColor"])];
  return {
    ...(fill ? { bg: { rgb: fill } } : {}),
    ...(fontColor ? { cl: { rgb: fontColor } } : {}),
    ...(format["bold"] === true ? { bl: 1 } : {}),
    ...(format["italic"] === true ? { it: 1 } : {}),
    ...(format["strikethrough"] === true ? { st: { s: 1 } } : {}),
  };
}

function wordOf(table: Readonly<Record<string, string>>, value: unknown): string | undefined {
  return Object.keys(table).find((word) => table[word] === value);
}
