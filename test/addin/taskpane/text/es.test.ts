import { expect, test } from "vitest";
import { es } from "../../../../addin/taskpane/text/es.ts";
import { examinationText } from "../../../../addin/taskpane/text/examination-text.ts";
import { loadText, stageText } from "../../../../addin/taskpane/text/load-text.ts";
import { reasonText } from "../../../../addin/taskpane/text/reason-text.ts";
import { putBackText, repairText } from "../../../../addin/taskpane/text/repair-text.ts";
import { badParts } from "../plain-spanish.ts";

const all = { es, examinationText, loadText, putBackText, reasonText, repairText, stageText };

test.each([1, 2, 1_200])("all that the pane says is plain Spanish, of %d things too", (count) => {
  const texts = textsIn(all, count);
  expect(texts.length).toBeGreaterThan(230);
  expect(texts.filter((text) => badParts(text).length > 0)).toEqual([]);
});

test("codes are noticed wherever they stand", () => {
  expect(badParts("Excel no pudo terminar (GeneralException).")).toEqual(["GeneralException"]);
  expect(badParts("Falta la columna «visitedOn».")).toEqual(["visitedOn"]);
  expect(badParts("No se pudo: table-missing.")).toEqual(["table-missing"]);
  expect(badParts("La hoja «» está protegida.")).toEqual(["«»"]);
  expect(badParts("El NIT 800250984-6 es de Aseo S.A. E.S.P. en Sincelejo, Sucre.")).toEqual([]);
});

/** Every text in the tree; functions are asked for so many things. */
function textsIn(branch: unknown, count: number): readonly string[] {
  if (typeof branch === "string") return [branch];
  if (typeof branch === "function")
    return [String(Reflect.apply(branch, undefined, [count, count + 40, count + 41]))];
  if (typeof branch !== "object" || branch === null) return [];
  return Object.values(branch).flatMap((part: unknown) => textsIn(part, count));
}
