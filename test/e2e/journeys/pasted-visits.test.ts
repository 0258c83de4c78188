import { expect, it } from "vitest";
import { demoAdvisors } from "../../../server/demo/people.ts";
import { checkRow } from "../../../shared/model/check-row.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import { readRow } from "../../../shared/model/read-row.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import type { TypedVisit } from "../../bench/typed-visits.ts";
import { pastedVisits } from "./pasted-visits.ts";

const today = "2026-11-24";
const people = createDirectory(demoAdvisors.map(({ email, name, role }) => ({ id: email, name, role })));
const context = { today, people, date1904: false };
const { rows, mistakes } = pastedVisits(demoAdvisors[0]?.name ?? "", 200, today);

it("has exactly the seven mistakes that it says, and none once they are mended", () => {
  const found = rows.flatMap((row, place) =>
    issuesOf(row).map(({ column, code }) => ({ row: place, column, code })),
  );
  expect(found).toEqual(mistakes.map(({ row, column, code }) => ({ row, column, code })));
  const mended = mistakes.flatMap(({ row, column, mended: text }) =>
    issuesOf({ ...rows[row], [column]: text }),
  );
  expect(mended).toEqual([]);
});

function issuesOf(row: TypedVisit) {
  const reading = readRow(visits, row, context);
  return [
    ...reading.issues,
    ...checkRow(visits, reading.values, context, new Set(Object.keys(reading.unread))),
  ];
}
