import { buildPages, type Build } from "../../../tools/build/build-pages.ts";
import { workbenchConfiguration } from "./webpack.config.ts";

/** Everything that can change the pages. */
const inputs = ["test/workbench", "test/excel-host", "tools/build", "package-lock.json"];

/** Builds the workbench's pages into a folder; see `buildPages`. */
export function buildWorkbench(outDir: string): Promise<Build> {
  return buildPages({ outDir, mode: "production", inputs, configuration: workbenchConfiguration });
}
