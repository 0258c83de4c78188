import { demoAdvisors } from "../../../server/demo/people.ts";
import { pesosAsked, usersAsked } from "../../../server/demo/plan.ts";
import { addMonths, monthOf } from "../../../shared/colombia/day.ts";
import { typedColumns } from "../../../shared/model/sheet.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Day } from "../../../shared/model/value.ts";
import { budget } from "../../../shared/sheets/budget.ts";
import { visits } from "../../../shared/sheets/visits.ts";
import { pastedVisits } from "../../e2e/journeys/pasted-visits.ts";
import { demoWorkbookIds } from "../workbooks.ts";
import { saveWorkbook } from "../xlsx/save-workbook.ts";
import type { Cell, WorkbookSnapshot } from "../xlsx/snapshot.ts";

type TypedRow = Readonly<Record<string, string | number>>;

/** Workbooks to try the add-in with, made for a day: what people would copy from into the format. By the menu's id. */
export function createDemoWorkbooks(today: Day): ReadonlyMap<string, () => Promise<Uint8Array>> {
  const workbook = (name: string, sheet: Sheet, rows: readonly TypedRow[]) => () =>
    saveWorkbook(listWorkbook(name, sheet, rows));
  const advisor = demoAdvisors[0]?.name ?? "";
  return new Map([
    [demoWorkbookIds.budget, workbook("Presupuesto de la directora.xlsx", budget, nextTargets(today))],
    [
      demoWorkbookIds.visits,
      workbook("Visitas de un asesor.xlsx", visits, pastedVisits(advisor, 200, today).rows),
    ],
  ]);
}

/** The company's targets for the first two months of next year, for both markets: nobody has set them yet. */
function nextTargets(today: Day): TypedRow[] {
  const nextYear = Number(today.slice(0, 4)) + 1;
  return ["01", "02"].flatMap((number) => {
    const month = monthOf(`${nextYear}-${number}-01`);
    const place = 18 + monthsAhead(today, month);
    const names = { year: nextYear, month: number === "01" ? "Enero" : "Febrero" };
    return [
      { ...names, market: "Regulado", targetUsers: usersAsked(month, place) },
      { ...names, market: "No regulado", targetSales: pesosAsked(month, place) },
    ];
  });
}

function monthsAhead(today: Day, month: string): number {
  let ahead = 0;
  while (addMonths(monthOf(today), ahead) < month) ahead += 1;
  return ahead;
}

/** A plain sheet: the typed columns of a record as headers, and under them what somebody typed. */
function listWorkbook(name: string, sheet: Sheet, rows: readonly TypedRow[]): WorkbookSnapshot {
  const columns = typedColumns(sheet);
  const header = columns.map(([, { label }]): Cell => ({ v: label, t: 1, s: "header" }));
  const lines = rows.map((row) => columns.map(([key]) => typedCell(row[key])));
  return {
    id: "libro",
    name,
    styles: { header: { bl: 1, bg: { rgb: "#E6F0EA" }, bd: { b: { s: 1, cl: { rgb: "#0B5D3B" } } } } },
    defaultStyle: { ff: "Calibri", fs: 11 },
    sheetOrder: ["hoja"],
    sheets: {
      hoja: {
        id: "hoja",
        name: "Hoja1",
        freeze: { xSplit: 0, ySplit: 1, startRow: 1, startColumn: -1 },
        columnData: columns.map(([, column]) => ({
          w: 7 * Math.max(12, column.width ?? 0, column.label.length),
        })),
        cellData: [header, ...lines],
      },
    },
    resources: [],
  };
}

function typedCell(value: string | number | undefined): Cell {
  if (value === undefined || value === "") return {};
  return typeof value === "number" ? { v: value, t: 2 } : { v: value, t: 1 };
}
