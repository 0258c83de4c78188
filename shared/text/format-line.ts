import { formatDay } from "../colombia/day.ts";
import type { Sheet } from "../model/sheet.ts";

/** Code, version and date of a format, as ISO 9001:2015 (7.5.2, identification of documents) asks. */
export const formatLine = ({ code, version, date }: Sheet["format"]): string =>
  `Formato ${code} · versión ${version} · ${formatDay(date)}`;

/** The same for a page's foot. */
export const formatFooter = ({ code, version }: Sheet["format"]): string => `${code} · versión ${version}`;
