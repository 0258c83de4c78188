import type { Sheet } from "../../shared/model/sheet.ts";
import { formatFooter } from "../../shared/text/format-line.ts";
import { written } from "./es.ts";
import type { LinkLayout } from "./link-layout.ts";

/** Half an inch, in points. */
const margin = 36;

/** Prints landscape on one page's width, the header on every page, format code, version and page number at the foot. */
export function setUpPrinting({ located }: LinkLayout, { format, label }: Sheet): void {
  const { pageLayout } = located.sheet;
  pageLayout.orientation = "Landscape";
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  pageLayout.leftMargin = margin;
  pageLayout.rightMargin = margin;
  pageLayout.setPrintTitleRows(`$${located.top + 1}:$${located.top + 1}`);
  const foot = pageLayout.headersFooters.defaultForAllPages;
  foot.leftFooter = formatFooter(format);
  foot.centerFooter = label.replaceAll("&", "&&");
  foot.rightFooter = written.pages;
}
