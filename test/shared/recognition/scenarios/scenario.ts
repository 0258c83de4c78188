import type { WorkbookGrid } from "../../../../shared/recognition/grid.ts";
import type { Truth } from "../../../../tools/recognise/truth.ts";

/** A workbook as staff might keep it, and what is true of it. */
export interface Scenario {
  readonly workbook: WorkbookGrid;
  readonly truth: Truth;
}
