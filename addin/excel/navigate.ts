import type { Place } from "./place.ts";

/** Shows a place and selects it. Its worksheet is found by id: another one may have its name by now. */
export async function goToPlace(
  context: Excel.RequestContext,
  { worksheetId, address }: Place,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(worksheetId);
  sheet.activate();
  sheet.getRange(address).select();
  await context.sync();
}
