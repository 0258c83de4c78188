import { monthLabel } from "../colombia/months.ts";
import type { Measure } from "../model/measure.ts";
import type { FigureSource, MeasuredValue, Months } from "../model/result.ts";
import { layouts, type TableDefinition, type TableRow } from "../model/table.ts";
import type { Month } from "../model/value.ts";

const ofVisits = { from: "visits", advisor: "advisor", aggregate: { count: "rows" } } as const;

/** What is counted, each by its own day. A visit is effective when the user was met, whatever they answered. */
export const visitMeasures = {
  planned: { ...ofVisits, by: "plannedOn" },
  done: { ...ofVisits, by: "visitedOn" },
  effective: { ...ofVisits, by: "visitedOn", where: { outcome: ["linked", "interested", "notInterested"] } },
  linked: { ...ofVisits, by: "linkedOn", where: { outcome: ["linked"] } },
} as const satisfies Record<string, Measure>;

type Counts = Record<keyof typeof visitMeasures, number>;

/** Gestión mensual visitas: what each advisor planned, made and achieved in each month. */
export const visitControl: TableDefinition = {
  id: "visit-control",
  label: "Gestión mensual visitas",
  purpose: "Visitas programadas, realizadas y efectivas de cada asesor por mes.",
  access: { read: ["director", "quality", "management"], own: ["advisor"] },
  async build(months, source) {
    const counts = await countByMonthAndAdvisor(months, source);
    return {
      columns: [
        { label: "Mes", layout: layouts.month },
        { label: "Asesor", layout: layouts.text },
        { label: "Programadas", layout: layouts.count },
        { label: "Realizadas", layout: layouts.count },
        { label: "Efectivas", layout: layouts.count },
        { label: "Vinculaciones", layout: layouts.count },
        { label: "% cumplimiento", layout: layouts.percent },
        { label: "% efectividad", layout: layouts.percent },
      ],
      rows: [...counts].flatMap(([month, byAdvisor]) => monthRows(month, byAdvisor, source)),
      notes: [
        "Cumplimiento: realizadas sobre programadas. Efectividad: visitas en que se atendió al asesor sobre realizadas.",
      ],
    };
  },
};

type ByAdvisor = Map<string | null, Counts>;

async function countByMonthAndAdvisor(months: Months, source: FigureSource): Promise<Map<Month, ByAdvisor>> {
  const table = new Map<Month, ByAdvisor>();
  for (const name of ["planned", "done", "effective", "linked"] as const) {
    for (const measured of await source.measure(visitMeasures[name], months)) {
      countsFor(table, measured)[name] += measured.value;
    }
  }
  return new Map([...table].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function countsFor(table: Map<Month, ByAdvisor>, { month, advisor }: MeasuredValue): Counts {
  const byAdvisor = table.get(month) ?? new Map<string | null, Counts>();
  const counts = byAdvisor.get(advisor) ?? { planned: 0, done: 0, effective: 0, linked: 0 };
  table.set(month, byAdvisor.set(advisor, counts));
  return counts;
}

function monthRows(month: Month, byAdvisor: ByAdvisor, source: FigureSource): readonly TableRow[] {
  const named = [...byAdvisor].map(([advisor, counts]) => ({
    name: advisor === null ? "Sin asesor" : source.people.nameOf(advisor),
    counts,
  }));
  named.sort((one, other) => one.name.localeCompare(other.name, "es"));
  const rows = named.map(({ name, counts }) => countsRow(month, name, counts));
  const total = named.map(({ counts }) => counts).reduce(addCounts);
  return named.length > 1 ? [...rows, { ...countsRow(month, "Total", total), emphasis: true }] : rows;
}

function countsRow(month: Month, name: string, { planned, done, effective, linked }: Counts): TableRow {
  const cells = [
    monthLabel(month),
    name,
    planned,
    done,
    effective,
    linked,
    ratio(done, planned),
    ratio(effective, done),
  ];
  return { cells };
}

function addCounts(one: Counts, other: Counts): Counts {
  return {
    planned: one.planned + other.planned,
    done: one.done + other.done,
    effective: one.effective + other.effective,
    linked: one.linked + other.linked,
  };
}

/** A percentage, or empty where nothing can be divided by. */
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100);
