import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { DemoPerson } from "../../server/demo/people.ts";
import { demoAdvisors, demoPersonWith } from "../../server/demo/people.ts";
import { staffWorkbooks, workbookTruth, type StaffWorkbook } from "../workbooks/staff-workbooks.ts";
import { onlyDesk } from "./journeys/desks.ts";
import { createPanePage } from "./journeys/pane-page.ts";
import { startWorkbenchUnderTest } from "./support/workbench.ts";

// Links each of the staff's workbooks in the workbench and keeps pictures to look at:
// npx tsx test/e2e/staff-pictures.ts [NAME…]

const folder = resolve(import.meta.dirname, "../../.data/screenshots");
const [advisor] = demoAdvisors;
if (!advisor) throw new Error("There is no advisor");

const people: Readonly<Record<StaffWorkbook, DemoPerson>> = {
  "a1-visitas-marzo": advisor,
  "a2-usuarios-base": demoPersonWith("director"),
  "a3-presupuesto-2026": demoPersonWith("director"),
  "a4-propuestas-contratos": demoPersonWith("director"),
  "a5-pqr-segundo-semestre": demoPersonWith("service"),
  "a6-ventas-no-regulado": demoPersonWith("director"),
};

const asked = process.argv.slice(2);
const workbench = await startWorkbenchUnderTest();
try {
  await mkdir(folder, { recursive: true });
  for (const name of staffWorkbooks) if (asked.length === 0 || asked.includes(name)) await picture(name);
} finally {
  await workbench.close();
}

async function picture(name: StaffWorkbook): Promise<void> {
  const { page, desks } = await workbench.open({ workbooks: [name], size: { width: 1500, height: 900 } });
  const desk = onlyDesk(desks);
  const pane = createPanePage(desk);
  const keep = (step: string) => page.screenshot({ path: resolve(folder, `staff-${name}-${step}.png`) });
  await pane.signIn(people[name]);
  await desk.act("activate", workbookTruth(name).sheet);
  await pane.examineSheet();
  await keep("1-propuesta");
  // What is asked is for a person to answer.
  const asks = (await pane.frame.getByText(/^Faltan? \d+ respuesta/u).count()) > 0;
  if (!asks) {
    await pane.linkSheet();
    await desk.frame.getByText("Calculando").waitFor({ state: "hidden" });
    await keep("2-vinculada");
    await pane.go("Revisar");
    await keep("3-revisar");
  }
  await page.context().close();
}
