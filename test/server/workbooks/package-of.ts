import JSZip from "jszip";

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook with one worksheet, whose XML is given; further parts replace or add to them. */
export async function packageOf(
  sheetData: string,
  parts: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  const all = {
    "_rels/.rels": `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": workbookXml(""),
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `${head}<worksheet xmlns="${main}">${sheetData}</worksheet>`,
    ...parts,
  };
  for (const [path, text] of Object.entries(all)) zip.file(path, text);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

/** The part that lists the worksheets, with the workbook's own properties. */
export const workbookXml = (properties: string): string =>
  `${head}<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets><sheet name="Hoja1" sheetId="1" r:id="r1"/></sheets></workbook>`;
