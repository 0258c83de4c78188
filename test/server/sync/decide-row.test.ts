import { afterAll, beforeAll, expect, test } from "vitest";
import type { Sheet } from "../../../shared/model/sheet.ts";
import { row, startCompany, type Company } from "../support/company.ts";
import { notes } from "../support/notes.ts";

/** A record in which nothing is required, and of which quality reads every row and writes none. */
const read: Sheet = { ...notes, access: { read: ["director", "quality"], write: ["director"] } };

let company: Company;

beforeAll(async () => {
  company = await startCompany({ sheets: [read], indicators: [], tables: [] });
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
