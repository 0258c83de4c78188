import type { Cell } from "../../../shared/model/value.ts";
import { diana, openCompany, password, type Company } from "./company.ts";
import type { SavedFile } from "./saved-excel.ts";
import { factsOf } from "./sheet-facts.ts";
import { staffFile } from "./staff-file.ts";
import { openWorkplace, required, type Workplace } from "./workplace.ts";

/** The people whom the lines of the staff's budget name. */
export const advisors = [
  "Yuranis Támara Olivera",
  "Dairo Benítez Buelvas",
  "Luz Elena Meriño Caldera",
  "Wilfrido Arrieta Peñate",
  "Keila Montes Urzola",
] as const;

/** A company with the people whom the lines of the staff's budget name. */
export async function openSalesCompany(): Promise<Company> {
  const company = await openCompany();
  for (const [at, name] of advisors.entries())
    await company.people.create({ name, email: `asesor${at}@aseo.example`, role: "advisor", password });
  return company;
}

/** The director with a file; the staff's budget where none is given. */
export async function openBudget(company: Company, file?: SavedFile): Promise<Workplace> {
  return openWorkplace(company, diana, { file: file ?? (await staffFile("a3-presupuesto-2026")) });
}

/** Links the worksheet on top as it was recognised. */
export async function linkMatrix(place: Workplace): Promise<void> {
  required(await place.commands.examine());
  required(await place.commands.linkExamined(0));
}

/** All that people see of a workbook; hidden names are not seen. */
export const seen = ({ excel }: Workplace) => ({ ...factsOf(excel), names: [] });

export async function cellsAt(
  { excel }: Workplace,
  address: string,
  what: "values" | "formulas" = "values",
): Promise<readonly (readonly Cell[])[]> {
  return excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange(address).load({ values: true, formulas: true });
    await context.sync();
    return range[what] as Cell[][];
  });
}
