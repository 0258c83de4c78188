import { expect, test } from "vitest";
import { customers } from "../../../shared/sheets/customers.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { remainsWords } from "../../../server/personal/remains-words.ts";

const nothing = { rows: [], files: [], removals: [], shared: 0 };

test("nothing is said where nothing is left", () => {
  expect(remainsWords(nothing)).toBe("");
});

test("all that is left is told with its place", () => {
  const told = remainsWords({
    rows: [{ sheet: visits, id: "a1" }],
    files: [{ sheet: customers, id: "b2", name: "casa.jpg" }],
    removals: [17, 21],
    shared: 1,
  });
  expect(told).toMatch(/1 filas son hoy de otra persona.*:\n {2}Control visitas y vinculaciones a1\n/);
  expect(told).toMatch(/1 archivos siguen.*:\n {2}Usuarios b2: casa\.jpg\n/);
  expect(told).toMatch(/2 motivos .*auditoría.*:\n {2}entrada 17\n {2}entrada 21\n/);
  expect(told).toContain("1 contenidos");
});
