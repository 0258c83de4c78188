import { ana, type Company } from "./company.ts";
import { cell, visit } from "./visit-table.ts";
import { openWorkplace, required, type Workplace, type WorkplaceOptions } from "./workplace.ts";

/** A workplace with the format of visits and three rows in it, read and judged. */
export async function openWithThree(company: Company, options: WorkplaceOptions = {}): Promise<Workplace> {
  const place = await openWorkplace(company, ana, options);
  required(await place.commands.insertFormat("visits", "none"));
  await place.moment();
  place.excel.host.user.paste(cell(0, "plannedOn"), [visit("Alba"), visit("Berta"), visit("Carmen")]);
  await place.moment();
  return place;
}
