import { parseBlocks } from "../address.ts";
import type { ValidationRule } from "../resources.ts";
import type { XmlElement } from "./xml.ts";
import { child, children, flag } from "./xml.ts";

const errorStyles: Record<string, 0 | 1 | 2> = { information: 0, stop: 1, warning: 2 };

/** The data validation rules of a worksheet part, as Univer's plugin stores them. */
export function readValidations(
  part: XmlElement | undefined,
  sheetId: string,
  dateShift: number,
): ValidationRule[] {
  return validationElements(part).map((element, index) => ({
    uid: `${sheetId}-validation-${index}`,
    ...readRule(element, dateShift),
  }));
}

/** Lists on another sheet may hide in Excel 2010's extension, whose address is a child and not an attribute. */
function validationElements(part: XmlElement | undefined): XmlElement[] {
  const extensions = children(child(part, "extLst"), "ext").flatMap((extension) =>
    children(child(extension, "dataValidations"), "dataValidation"),
  );
  return [...children(child(part, "dataValidations"), "dataValidation"), ...extensions];
}

function readRule(element: XmlElement, dateShift: number): Omit<ValidationRule, "uid"> {
  const { type = "any", operator, errorStyle } = element.attributes;
  const [first, second] = ["formula1", "formula2"].map((name) => formulaText(child(element, name)));
  const compares = !["any", "list", "custom"].includes(type);
  return {
    type,
    ranges: parseBlocks(element.attributes["sqref"] ?? child(element, "sqref")?.text ?? ""),
    ...(compares ? { operator: operator ?? "between" } : {}),
    ...(first === undefined ? {} : { formula1: readOperand(first, type, dateShift) }),
    ...(second === undefined ? {} : { formula2: readOperand(second, type, dateShift) }),
    allowBlank: flag(element, "allowBlank"),
    showErrorMessage: flag(element, "showErrorMessage"),
    showInputMessage: flag(element, "showInputMessage"),
    errorStyle: errorStyles[errorStyle ?? "stop"] ?? 1,
    // The attribute's name says the opposite of what it does: 1 hides the arrow (ECMA-376 part 1, 18.3.1.32).
    ...(type === "list" ? { renderMode: flag(element, "showDropDown") ? 0 : 1 } : {}),
    ...readMessages(element),
  };
}

const messages = ["error", "errorTitle", "prompt", "promptTitle"] as const;

/** What the rule says to people; nothing where it says nothing. */
function readMessages({ attributes }: XmlElement): Partial<Record<(typeof messages)[number], string>> {
  return Object.fromEntries(
    messages.flatMap((name) => {
      const text = attributes[name];
      return text ? [[name, text]] : [];
    }),
  );
}

function formulaText(element: XmlElement | undefined): string | undefined {
  return element && (child(element, "f")?.text ?? element.text);
}

/** A literal list loses its quotes, a number stays, anything else is a formula. */
function readOperand(text: string, type: string, dateShift: number): string {
  const literal = /^"(.*)"$/s.exec(text)?.[1];
  if (literal !== undefined && type === "list") return literal.replaceAll('""', '"');
  if (text.trim() === "" || Number.isNaN(Number(text))) return `=${text}`;
  return type === "date" ? String(Number(text) + dateShift) : text;
}
