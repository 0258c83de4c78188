import { columnIndex } from "./address.ts";
import { openWorkbook } from "./open-workbook.ts";
import type { Resources } from "./resources.ts";
import { unpackResources } from "./resources.ts";
import type { Cell, SheetSnapshot, WorkbookSnapshot } from "./snapshot.ts";

/** A workbook that has been read, with what tests ask of it. */
export interface Opened {
  workbook: WorkbookSnapshot;
  resources: Resources;
  sheet: (name: string) => SheetSnapshot;
  /** The cell at `B7` of a sheet; an empty one has nothing in it. */
  cell: (sheet: string, address: string) => Cell;
}

/** Opens bytes that must be a workbook. */
export async function opened(bytes: Uint8Array): Promise<Opened> {
  const result = await openWorkbook(bytes, "Libro");
  if ("problem" in result) throw new Error(`The file does not open: ${result.problem}`);
  const { workbook } = result;
  const sheet = (name: string) => {
    const found = Object.values(workbook.sheets).find((candidate) => candidate.name === name);
    if (!found) throw new Error(`There is no sheet ${name}`);
    return found;
  };
  const cell = (name: string, address: string) => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return sheet(name).cellData?.[Number(digits) - 1]?.[columnIndex(letters)] ?? {};
  };
  return { workbook, resources: unpackResources(workbook.resources), sheet, cell };
}

/** A day as Excel counts it → ISO date. */
export function serialToIso(serial: number): string {
  return new Date(Math.round((serial - 25_569) * 86_400_000)).toISOString().slice(0, 10);
}
