import { expect, test } from "vitest";
import {
  anonymisedKey,
  isOfRowAlone,
  isRowKey,
  statusKey,
  voidedKey,
} from "../../../server/sync/stored-row.ts";

test("that a row is void, stands otherwise or was anonymised is of the row alone, and of no column", () => {
  for (const key of [anonymisedKey, voidedKey, statusKey]) {
    expect(isRowKey(key)).toBe(true);
    expect(isOfRowAlone({ after: { [key]: 1 } })).toBe(true);
    expect(isOfRowAlone({ after: { [key]: 1, customer: "Otra" } })).toBe(false);
  }
  expect(isOfRowAlone({ after: {} })).toBe(false);
  expect(isRowKey("customer")).toBe(false);
});
