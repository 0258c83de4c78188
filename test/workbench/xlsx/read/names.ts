import type { DefinedName } from "../resources.ts";
import { wholeWorkbook } from "../resources.ts";
import type { XmlElement } from "./xml.ts";
import { child, children, flag, number } from "./xml.ts";

/** The defined names of workbook.xml by their id. Excel's own (`_xlnm.Print_Area`, …) are no names of people's. */
export function readNames(workbook: XmlElement | undefined, sheetIds: string[]): Record<string, DefinedName> {
  const named = children(child(workbook, "definedNames"), "definedName").filter(
    ({ attributes }) => !attributes["name"]?.startsWith("_xlnm."),
  );
  const names = named.map((element, index): DefinedName => {
    const sheet = number(element, "localSheetId");
    return {
      id: `name-${index}`,
      name: element.attributes["name"] ?? "",
      formulaOrRefString: asFormula(element.text),
      localSheetId: sheet === undefined ? wholeWorkbook : (sheetIds[sheet] ?? wholeWorkbook),
      ...(flag(element, "hidden") ? { hidden: true } : {}),
      ...(element.attributes["comment"] ? { comment: element.attributes["comment"] } : {}),
    };
  });
  return Object.fromEntries(names.map((name) => [name.id, name]));
}

/** Univer tells a reference from a formula by the sign before it. */
function asFormula(text: string): string {
  return /^('(?:[^']|'')+'|[\p{L}\d_.]+)!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?$/iu.test(text)
    ? text
    : `=${text}`;
}
