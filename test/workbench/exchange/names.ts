import type { NameState } from "../../excel-host/state/state.ts";
import { parseBlock } from "../xlsx/address.ts";
import type { DefinedName } from "../xlsx/resources.ts";
import { wholeWorkbook } from "../xlsx/resources.ts";
import { toArea } from "./areas.ts";

/** Defined names as the host keeps them. `sheetIdOf` gives the id of a sheet by its name. */
export function namesToState(
  names: Record<string, DefinedName>,
  sheetIdOf: (name: string) => string | undefined,
): NameState[] {
  return Object.values(names).map(({ name, formulaOrRefString, localSheetId, hidden, comment }) => ({
    name,
    sheetId: localSheetId === wholeWorkbook ? undefined : localSheetId,
    formula: formulaOrRefString.startsWith("=") ? formulaOrRefString : `=${formulaOrRefString}`,
    area: areaOf(formulaOrRefString, sheetIdOf),
    visible: hidden !== true,
    comment: comment ?? "",
  }));
}

/** The host's names, as Univer and the file say them. */
export function namesFromState(names: readonly NameState[]): Record<string, DefinedName> {
  const entries = names.map(({ name, sheetId, formula, area, visible, comment }, index): DefinedName => ({
    id: `name-${index}`,
    name,
    formulaOrRefString: area ? formula.replace(/^=/, "") : formula,
    localSheetId: sheetId ?? wholeWorkbook,
    ...(visible ? {} : { hidden: true }),
    ...(comment ? { comment } : {}),
  }));
  return Object.fromEntries(entries.map((name) => [name.id, name]));
}

function areaOf(reference: string, sheetIdOf: (name: string) => string | undefined): NameState["area"] {
  const [, quoted, plain, address = ""] = /^(?:'((?:[^']|'')+)'|([^'!=]+))!(.+)$/.exec(reference) ?? [];
  const sheetId = sheetIdOf(quoted?.replaceAll("''", "'") ?? plain ?? "");
  const block = parseBlock(address);
  return sheetId !== undefined && block ? toArea(sheetId, block) : undefined;
}
