import type { Block } from "../address.ts";
import { cellAddress } from "../address.ts";
import type { ConditionalRule } from "../resources.ts";

export type HighlightRule = Extract<ConditionalRule, { type: "highlightCell" }>;

/** A rule as the file says it: the attributes of `cfRule`, and the formulas inside. */
export interface Highlight {
  attributes: Record<string, string | number | boolean | undefined>;
  formulas: string[];
}

/** How the file says a highlight; what Univer knows and Excel does not becomes a formula on the first cell. */
export function highlight(rule: HighlightRule, first: Block | undefined): Highlight {
  const { subType, operator = "", value } = rule;
  const cell = cellAddress(first?.startRow ?? 0, first?.startColumn ?? 0);
  switch (subType) {
    case "number":
      return {
        attributes: { type: "cellIs", operator },
        formulas: (Array.isArray(value) ? value : [value]).map(String),
      };
    case "text":
      return textHighlight(operator, typeof value === "string" ? value : "", cell);
    case "timePeriod":
      return {
        attributes: { type: subType, timePeriod: operator },
        formulas: [periodFormula(operator, cell)],
      };
    case "rank": {
      const { isBottom: bottom, isPercent: percent } = rule;
      return {
        attributes: {
          type: "top10",
          bottom: bottom || undefined,
          percent: percent || undefined,
          rank: Number(value),
        },
        formulas: [],
      };
    }
    case "average":
      return averageHighlight(operator);
    case "duplicateValues":
    case "uniqueValues":
      return { attributes: { type: subType }, formulas: [] };
    default:
      return {
        attributes: { type: "expression" },
        formulas: [typeof value === "string" ? value.replace(/^=/, "") : "FALSE"],
      };
  }
}

/** Excel wants the formula of each beside the words, and judges by the formula. */
function textHighlight(operator: string, text: string, cell: string): Highlight {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  const formulas: Record<string, string> = {
    containsText: `NOT(ISERROR(SEARCH(${quoted},${cell})))`,
    notContainsText: `ISERROR(SEARCH(${quoted},${cell}))`,
    beginsWith: `LEFT(${cell},${text.length})=${quoted}`,
    endsWith: `RIGHT(${cell},${text.length})=${quoted}`,
    containsBlanks: `LEN(TRIM(${cell}))=0`,
    notContainsBlanks: `LEN(TRIM(${cell}))>0`,
    containsErrors: `ISERROR(${cell})`,
    notContainsErrors: `NOT(ISERROR(${cell}))`,
  };
  const formula = formulas[operator];
  if (formula === undefined) {
    const sign = operator === "notEqual" ? "<>" : "=";
    return { attributes: { type: "expression" }, formulas: [`${cell}${sign}${quoted}`] };
  }
  const hasText = formula.includes(quoted);
  const excelOperator = operator === "notContainsText" ? "notContains" : operator;
  return {
    attributes: { type: operator, ...(hasText ? { operator: excelOperator, text } : {}) },
    formulas: [formula],
  };
}

function averageHighlight(operator: string): Highlight {
  return {
    attributes: {
      type: "aboveAverage",
      aboveAverage: operator.startsWith("less") ? false : undefined,
      equalAverage: operator.endsWith("OrEqual") || undefined,
    },
    formulas: [],
  };
}

function periodFormula(period: string, cell: string): string {
  const day = `FLOOR(${cell},1)`;
  const month = (by: number) =>
    `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),${by})),YEAR(${cell})=YEAR(EDATE(TODAY(),${by})))`;
  const week = (by: number) => `${day}-WEEKDAY(${cell})=TODAY()-WEEKDAY(TODAY())+${by * 7}`;
  const formulas: Record<string, string> = {
    today: `${day}=TODAY()`,
    yesterday: `${day}=TODAY()-1`,
    tomorrow: `${day}=TODAY()+1`,
    last7Days: `AND(TODAY()-${day}<=6,${day}<=TODAY())`,
    lastMonth: month(-1),
    thisMonth: month(0),
    nextMonth: month(1),
    lastWeek: week(-1),
    thisWeek: week(0),
    nextWeek: week(1),
  };
  return formulas[period] ?? "FALSE";
}
