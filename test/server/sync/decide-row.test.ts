import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sheet } from "../../../shared/model/sheet.ts";
import { row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { guarded } from "../support/guarded.ts";
import { notes } from "../support/notes.ts";

/** A record in which nothing is required, and of which quality reads every row and writes none. */
const read: Sheet = { ...notes, access: { read: ["director", "quality"], write: ["director"] } };
/** The same, with a key that social does not read. */
const sealed: Sheet = { ...guarded, id: "sealed", keys: [["code"]] };

let company: Company;

beforeAll(async () => {
  company = await startCompany({ sheets: [read, guarded, sealed], indicators: [], tables: [] });
});
afterAll(() => company.stop());

test("whoever writes no row of a record adds none either, not even an empty one", async () => {
  const quality = await company.colleague("quality");
  for (const values of [{}, { name: null }]) {
    const pushed = row("notes", values);
    expect(await quality.save(pushed)).toEqual({ result: "forbidden", id: pushed.id, columns: [] });
  }
  expect(await quality.save(row("notes", { name: "Una nota" }))).toMatchObject({
    result: "forbidden",
    columns: ["name"],
  });
  expect((await quality.pull("notes")).rows).toEqual([]);
  const director = await company.colleague("director");
  expect(await director.save(row("notes", {}))).toMatchObject({ result: "saved" });
});

describe("somebody who does not read every column", () => {
  let social: Colleague;
  let director: Colleague;

  beforeAll(async () => {
    social = await company.colleague("social");
    director = await company.colleague("director");
  });

  test("is told of mistakes in what they read, without the hidden value that made them", async () => {
    const begun = row("guarded", { title: "Uno", began: "2026-03-10" });
    await director.save(begun);
    const ended = { ...begun, base: 1, values: { ended: "2026-03-02" } };
    expect(await director.save(ended)).toMatchObject({
      issues: [{ column: "ended", code: "date-order", details: { earliest: "10/03/2026" } }],
    });
    expect(await social.save(ended)).toEqual({
      result: "invalid",
      id: begun.id,
      issues: [{ column: "ended", code: "date-order", severity: "error" }],
    });
    // What follows from what they read stays as it is.
    const typed = { ...begun, base: 1, values: { kind: "otro" } };
    expect(await social.save(typed)).toMatchObject({
      issues: [{ column: "kind", code: "out-of-range", details: { typed: "otro" } }],
    });
  });

  test("may not save a row that lacks what they do not read, and does not learn what that is", async () => {
    const grave = row("guarded", { title: "Dos", kind: "grave" });
    expect(await director.save(grave)).toMatchObject({ issues: [{ column: "remark", code: "required" }] });
    expect(await social.save(grave)).toEqual({
      result: "forbidden",
      id: grave.id,
      columns: ["title", "kind"],
    });
    expect(await social.save(row("guarded", { kind: "grave" }))).toMatchObject({
      result: "invalid",
      issues: [{ column: "title", code: "required" }],
    });
  });

  test("is warned of what they read only, when a row is saved and when it stands", async () => {
    const closed = row("guarded", { title: "Tres", ended: "2026-03-02" });
    const open = row("guarded", { title: "Cuatro", kind: "open" });
    for (const base of [0, 1]) {
      const { answers } = await social.push([
        { ...closed, base },
        { ...open, base },
      ]);
      expect(answers).toMatchObject([
        { result: "saved", version: 1, warnings: [] },
        { result: "saved", version: 1, warnings: [{ column: "ended", code: "undated" }] },
      ]);
    }
    expect(await director.save({ ...closed, base: 1 })).toMatchObject({ warnings: [{ column: "code" }] });
  });

  test("is told of a duplicate by the columns that they read", async () => {
    const one = row("guarded", { title: "Cinco", code: "C-1" });
    const other = row("guarded", { title: "Seis", code: "C-1" });
    await director.push([one, other]);
    expect(await social.save({ ...other, base: 1, values: { title: "Cinco" } })).toMatchObject({
      result: "invalid",
      issues: [
        { column: "title", code: "duplicate", details: { columns: "Título", typed: "Cinco", row: one.id } },
      ],
    });
    expect(await director.save({ ...other, base: 1, values: { title: "Cinco" } })).toMatchObject({
      issues: [{ column: "code", details: { columns: "Código, Título", typed: "C-1, Cinco" } }],
    });
    const first = row("sealed", { title: "Uno" });
    const second = row("sealed", { title: "Dos" });
    expect(await social.save(first)).toMatchObject({ result: "saved" });
    expect(await social.save(second)).toEqual({ result: "forbidden", id: second.id, columns: [] });
  });
});
