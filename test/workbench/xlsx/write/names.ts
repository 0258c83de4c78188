import type { Resources } from "../resources.ts";
import { wholeWorkbook } from "../resources.ts";
import { formatBlock } from "../address.ts";
import type { WorkbookSnapshot } from "../snapshot.ts";
import { element, escapeXml } from "./xml.ts";

/** The `definedNames` of workbook.xml, and the hidden one by which Excel knows a sheet's filter. */
export function definedNames(
  { names, filters }: Resources,
  { sheetOrder, sheets }: WorkbookSnapshot,
): string {
  const own = Object.values(names).map(({ name, formulaOrRefString, localSheetId, hidden, comment }) => {
    const sheet =
      localSheetId === undefined || localSheetId === wholeWorkbook ? -1 : sheetOrder.indexOf(localSheetId);
    const attributes = {
      name,
      comment,
      localSheetId: sheet < 0 ? undefined : sheet,
      hidden: hidden || undefined,
    };
    return element("definedName", attributes, escapeXml(formulaOrRefString.replace(/^=/, "")));
  });
  const filtered = sheetOrder.flatMap((id, index) => {
    const filter = filters[id];
    if (!filter) return [];
    const place = `'${(sheets[id]?.name ?? "").replaceAll("'", "''")}'!${absolute(formatBlock(filter.ref))}`;
    return [
      element(
        "definedName",
        { name: "_xlnm._FilterDatabase", localSheetId: index, hidden: true },
        escapeXml(place),
      ),
    ];
  });
  const all = [...own, ...filtered];
  return all.length === 0 ? "" : element("definedNames", {}, ...all);
}

function absolute(address: string): string {
  return address.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
