import { resolve } from "node:path";
import { demoAdvisors } from "../../server/demo/people.ts";
import { dayAt } from "../../shared/colombia/day.ts";
import { columnOf } from "../../shared/model/sheet.ts";
import { visits } from "../../shared/sheets/visits.ts";
import { typedVisits, visitsToBlock, type TypedVisit } from "../bench/typed-visits.ts";
import { onlyDesk } from "./journeys/desks.ts";
import { createPanePage } from "./journeys/pane-page.ts";
import { paintedColor } from "./journeys/picture.ts";
import { readTable } from "./journeys/sheet-table.ts";
import { startWorkbenchUnderTest } from "./support/workbench.ts";

// Takes the README's picture anew: npx tsx test/e2e/readme-picture.ts

const file = resolve(import.meta.dirname, "../../docs/images/workbench.png");
const today = dayAt(new Date());
const [advisor] = demoAdvisors;
if (!advisor) throw new Error("There is no advisor");

/** Rows that are there already, and how many are pasted below them. */
const [saved, pasted] = [9, 12];
/** By place in the pasted rows: cells such as people hand them in. */
const mistakes: Readonly<Record<number, TypedVisit>> = {
  1: { visitedOn: `31/02/${today.slice(0, 4)}` },
  4: { visitType: "Vecino" },
  6: { advisor: "Dairo Benitez" },
  9: { market: "" },
};

const rows = typedVisits(advisor.name, saved + pasted, today);
const workbench = await startWorkbenchUnderTest();
try {
  const { page, desks } = await workbench.open({ size: { width: 1440, height: 860 } });
  const desk = onlyDesk(desks);
  const pane = createPanePage(desk);
  await pane.signIn(advisor);
  await pane.insertFormat(visits.label);
  const { address } = await readTable(desk, "VAD_visits");
  const first = visits.columns.plannedOn.label;
  await desk.act("paste", address(0, first), toCells(rows.slice(0, saved)));
  await pane.synchronise();
  await pane.footSays("Todo guardado");
  const below = rows.slice(saved).map((row, place) => ({ ...row, ...mistakes[place] }));
  await desk.act("paste", address(saved, first), toCells(below));
  await pane.footSays(`${pasted} filas sin enviar`);
  await pane.go("Hojas");
  await pane.press("Validar");
  await pane.says(`${Object.keys(mistakes).length} celdas por corregir`);
  await desk.act("select", address(saved + 1, columnOf(visits, "visitedOn").label));
  await pane.says("Fila seleccionada");
  // Univer computes the rules that mark cells a moment later.
  const marked = address(saved + 9, visits.columns.market.label);
  while ((await paintedColor(page, desk, marked)) === "#FFFFFF") await page.waitForTimeout(250);
  await desk.frame.getByText("Calculando").waitFor({ state: "hidden" });
  await page.screenshot({ path: file });
} finally {
  await workbench.close();
}

function toCells(block: readonly TypedVisit[]): string[][] {
  return visitsToBlock(block).map((row) => [...row]);
}
