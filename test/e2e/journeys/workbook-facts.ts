import type { DeskPage } from "../support/desk-page.ts";
import { factsOf } from "../../addin/office/sheet-facts.ts";
import type { SavedFile } from "../../addin/office/saved-excel.ts";

/** All that people see or may find of the workbook on a desk, in a form that can be compared. */
export async function workbookFacts({ frame }: DeskPage): Promise<ReturnType<typeof factsOf>> {
  const saved: SavedFile = await frame.evaluate(async () => {
    if (!window.desk) throw new Error("The desk is gone");
    const { host, api } = window.desk;
    await host.settled();
    const workbook = api.getActiveWorkbook()?.save();
    if (!workbook) throw new Error("There is no workbook on the desk");
    return { workbook, state: host.state };
  });
  return factsOf({ save: () => saved });
}
