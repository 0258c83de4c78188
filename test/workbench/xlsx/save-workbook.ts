import { unpackResources } from "./resources.ts";
import type { Cell, Style, WorkbookSnapshot } from "./snapshot.ts";
import { definedNames } from "./write/names.ts";
import { createPackage } from "./write/package.ts";
import { createSharedStrings } from "./write/shared-strings.ts";
import { writeSheet } from "./write/sheet.ts";
import { createStyleTable } from "./write/styles.ts";
import { document, element, mainNamespace, relationNamespace } from "./write/xml.ts";

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const workbookPath = "xl/workbook.xml";

/**
 * The bytes of an .xlsx file with all that `openWorkbook` reads: what is opened, saved and opened again is the same.
 * Formulas go with their last value, and Excel calculates them again on opening.
 */
export function saveWorkbook(workbook: WorkbookSnapshot): Promise<Uint8Array> {
  const file = createPackage();
  const resources = unpackResources(workbook.resources);
  const styles = createStyleTable(styleOf(workbook, workbook.defaultStyle) ?? {});
  const strings = createSharedStrings();
  let tables = 0;
  const writing = {
    file,
    resources,
    styles,
    strings,
    format: (style: Cell["s"]) => styles.format(styleOf(workbook, style)),
    nextTable: () => (tables += 1),
  };

  file.relate("", "officeDocument", workbookPath);
  const sheets = workbook.sheetOrder.map((id, index) => {
    const sheet = workbook.sheets[id] ?? {};
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    writeSheet(path, id, sheet, index === 0, writing);
    return element("sheet", {
      name: sheet.name ?? `Hoja${index + 1}`,
      sheetId: index + 1,
      state: sheet.hidden === 1 ? "hidden" : undefined,
      "r:id": file.relate(workbookPath, "worksheet", path),
    });
  });
  addPart(file, "styles", styles.part());
  addPart(file, "sharedStrings", strings.part());
  const root = element(
    "workbook",
    { xmlns: mainNamespace, "xmlns:r": relationNamespace },
    element("sheets", {}, ...sheets),
    definedNames(resources, workbook),
    element("calcPr", { calcId: 191029, fullCalcOnLoad: true }),
  );
  file.add(workbookPath, `${spreadsheet}.sheet.main+xml`, document(root));
  return file.zip();
}

function addPart(file: ReturnType<typeof createPackage>, kind: string, content: string): void {
  const path = `xl/${kind}.xml`;
  file.add(path, `${spreadsheet}.${kind}+xml`, content);
  file.relate(workbookPath, kind, path);
}

function styleOf({ styles }: WorkbookSnapshot, style: Cell["s"]): Style | undefined {
  return (typeof style === "string" ? styles[style] : style) ?? undefined;
}
