import { findingToIssue, type Issue } from "../../shared/model/issue.ts";
import type { Context } from "../../shared/model/kind.ts";
import { columnOf, type Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { changedColumns, valueOf } from "./merge.ts";

/**
 * The columns in which a workbook still says something of a person whose data were erased on their request. They are
 * compared with what stands now: what the version said that the sheet shows is not kept any more.
 */
export function keptFromAnonymised(sheet: Sheet, mine: Row, now: Row, context: Context): readonly Issue[] {
  const personal = changedColumns(now, mine).filter((key) => columnOf(sheet, key).personal !== undefined);
  return personal.map((key) => {
    const value = valueOf(now, key);
    const details = value === null ? {} : { now: columnOf(sheet, key).kind.display(value, context) };
    return findingToIssue(key, { code: "anonymised", details });
  });
}
