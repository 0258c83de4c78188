import { invalidArgument } from "../protocol/host-error.ts";

type Rule = Readonly<Record<string, unknown>>;

const TYPES: Record<string, string> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** Excel takes lists written out up to this many characters, commas included. */
const INLINE_LIST_LIMIT = 255;

/** `Excel.DataValidationType` of a rule. */
export const validationType = (rule: Rule): string => TYPES[Object.keys(rule)[0] ?? ""] ?? "None";

/**
 * A rule as Excel keeps it: one kind, ranges as formulas. `InvalidArgument` for an unknown kind or for a list that is
 * too long to be written out.
 */
export function ruleAsStored(given: object, addressOf: (source: unknown) => string): Rule {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  const [kind, value] = entries[0] ?? [];
  if (entries.length !== 1 || !kind || !TYPES[kind]) throw invalidArgument("validation rule");
  if (kind !== "list") return { [kind]: value };
  return { list: listAsStored(value, addressOf) };
}

function listAsStored(list: unknown, addressOf: (source: unknown) => string): Rule {
  if (typeof list !== "object" || list === null || !("source" in list)) throw invalidArgument("list source");
  const inCellDropDown = "inCellDropDown" in list ? list.inCellDropDown : true;
  const source = typeof list.source === "string" ? list.source : addressOf(list.source);
  if (!source.startsWith("=") && source.length > INLINE_LIST_LIMIT)
    throw invalidArgument(`a list written out has at most ${INLINE_LIST_LIMIT} characters`);
  return { inCellDropDown, source };
}
