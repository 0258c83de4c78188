import { expect, test } from "vitest";
import { defineSheet } from "../../../shared/model/sheet.ts";
import { person } from "../../../shared/model/kinds/reference.ts";
import { text } from "../../../shared/model/kinds/text.ts";
import type { Row } from "../../../shared/model/value.ts";
import { recordsSeenBy } from "../../../server/live/seen-records.ts";

const notes = defineSheet({
  id: "notes",
  label: "Notas",
  purpose: "Lo que se dijo.",
  format: { code: "GV-FO-99", version: 1, date: "2026-01-01" },
  columns: {
    advisor: person({ label: "Asesor", roles: ["advisor"] }),
    said: text({ label: "Dicho" }),
    secret: text({ label: "Reservado", read: ["director"] }),
  },
  access: {
    read: ["advisor", "director"],
    write: ["advisor", "director"],
    own: { column: "advisor", roles: ["advisor"], limits: ["read", "write"] },
  },
});

const ana = { id: "ana", role: "advisor" } as const;
const director = { id: "diana", role: "director" } as const;
const change = (row: Row, after: Row, before: Row = {}) => ({ seq: 1, sheet: notes, row, after, before });
const seenBy = (who: typeof ana | typeof director, one: ReturnType<typeof change>) => [
  ...recordsSeenBy(who, [one]),
];

test("a change of a column that one may not read is none", () => {
  const hidden = change({ advisor: "ana", secret: "B" }, { secret: "B" }, { secret: "A" });
  expect(seenBy(ana, hidden)).toEqual([]);
  expect(seenBy(director, hidden)).toEqual(["notes"]);
});

test("a row is seen by whom it names, and by whom it named before the change", () => {
  const given = change({ advisor: "luis" }, { advisor: "luis" }, { advisor: "ana" });
  expect(seenBy(ana, given)).toEqual(["notes"]);
  expect(seenBy(ana, change({ advisor: "luis" }, { said: "x" }))).toEqual([]);
  expect(seenBy(ana, change({ advisor: "ana" }, { said: "x" }))).toEqual(["notes"]);
});

test("that a row is void concerns whoever reads it", () => {
  expect(seenBy(ana, change({ advisor: "ana" }, { _voided: 1 }))).toEqual(["notes"]);
  expect(seenBy(ana, change({ advisor: "luis" }, { _voided: 1 }))).toEqual([]);
});
