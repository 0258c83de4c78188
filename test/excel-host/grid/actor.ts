/** Who changes the workbook, in the words of Excel's change events. */
export interface Actor {
  source: "Local" | "Remote";
  triggerSource: "Unknown" | "ThisLocalAddin";
}

export const PERSON: Actor = { source: "Local", triggerSource: "Unknown" };
export const ADDIN: Actor = { source: "Local", triggerSource: "ThisLocalAddin" };
export const COAUTHOR: Actor = { source: "Remote", triggerSource: "Unknown" };
