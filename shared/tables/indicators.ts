import { monthLabel } from "../colombia/months.ts";
import { indicators } from "../indicators/registry.ts";
import type { Figure, FigureState } from "../model/figure.ts";
import type { Indicator, Unit } from "../model/indicator.ts";
import type { FigureSource, IndicatorResult, MonthResult, YearToDate } from "../model/result.ts";
import { layouts, type TableDefinition, type TableRow } from "../model/table.ts";

const noTarget = "Sin meta";

const stateLabels: Readonly<Record<FigureState, string>> = {
  met: "Cumplida",
  near: "Cerca de la meta",
  missed: "No cumplida",
  "no-target": noTarget,
};

/** How each unit is written: a number as it stands, or pesos as millions. */
const units: Readonly<Record<Unit, { label: string; divisor: number; numberFormat: string }>> = {
  users: { label: "Usuarios", divisor: 1, numberFormat: "#,##0" },
  pesos: { label: "Millones COP", divisor: 1_000_000, numberFormat: "#,##0.0" },
};

/** Indicadores: every indicator by month, year to date and by advisor. */
export const indicatorTable: TableDefinition = {
  id: "indicators",
  label: "Indicadores",
  purpose: "Ejecución de presupuesto de ambos mercados por mes, acumulada y por asesor.",
  access: { read: ["director", "quality", "management"], own: ["advisor"] },
  async build(months, source) {
    const rows: TableRow[] = [];
    const notes: string[] = [];
    for (const indicator of indicators) {
      const result = await source.indicator(indicator, months);
      rows.push(...resultRows(indicator, result, source));
      notes.push(...resultNotes(indicator, result));
    }
    return { columns, rows, notes: [...new Set(notes)] };
  },
};

const columns = [
  { label: "Indicador", layout: { ...layouts.text, width: 22 } },
  { label: "Periodo", layout: layouts.month },
  { label: "Nivel", layout: layouts.text },
  { label: "Unidad", layout: { ...layouts.text, width: 14 } },
  { label: "Ejecutado", layout: layouts.count },
  { label: "Meta vigente", layout: layouts.count },
  { label: "% ejecución", layout: layouts.percent },
  { label: "Estado", layout: { ...layouts.text, width: 28 } },
  { label: "Ritmo esperado hoy", layout: { ...layouts.count, width: 20 } },
  { label: "Primera meta", layout: layouts.count },
  { label: "% primera meta", layout: { ...layouts.percent, width: 16 } },
];

const amountColumns = [4, 5, 8, 9];

function resultRows(
  indicator: Indicator,
  result: IndicatorResult,
  source: FigureSource,
): readonly TableRow[] {
  const months = result.months.flatMap((month) => monthRows(indicator, month, source));
  return result.yearToDate ? [...months, yearRow(indicator, result.yearToDate)] : months;
}

function monthRows(indicator: Indicator, result: MonthResult, source: FigureSource): readonly TableRow[] {
  const period = monthLabel(result.month);
  const advisors = result.advisors.map(({ advisor, figure }) =>
    figureRow(indicator, {
      period,
      level: advisorName(advisor, source),
      figure,
      provisional: result.provisional,
      expected: null,
    }),
  );
  if (!result.company) return advisors;
  const { company: figure, provisional, expected } = result;
  return [
    { ...figureRow(indicator, { period, level: "Empresa", figure, provisional, expected }), emphasis: true },
    ...advisors,
  ];
}

function yearRow(indicator: Indicator, year: YearToDate): TableRow {
  const period = `Acumulado ${year.last.slice(0, 4)}`;
  const { figure, provisional } = year;
  return {
    ...figureRow(indicator, { period, level: "Empresa", figure, provisional, expected: null }),
    emphasis: true,
  };
}

interface Line {
  readonly period: string;
  readonly level: string;
  readonly figure: Figure;
  readonly provisional: boolean;
  readonly expected: number | null;
}

function figureRow(indicator: Indicator, { period, level, figure, provisional, expected }: Line): TableRow {
  const unit = units[indicator.unit];
  const amount = (value: number | null) => (value === null ? null : value / unit.divisor);
  const state = stateLabels[figure.state];
  return {
    cells: [
      indicator.shortLabel,
      period,
      level,
      unit.label,
      amount(figure.executed),
      amount(figure.target) ?? noTarget,
      figure.percent ?? noTarget,
      provisional ? `${state} · Provisional` : state,
      amount(expected),
      amount(figure.firstTarget) ?? noTarget,
      figure.firstPercent ?? noTarget,
    ],
    formats: Object.fromEntries(amountColumns.map((column) => [column, unit.numberFormat])),
  };
}

function resultNotes(indicator: Indicator, { months, yearToDate }: IndicatorResult): readonly string[] {
  const provisional = months.filter((month) => month.provisional).map(({ month }) => monthLabel(month));
  const missing = yearToDate?.withoutTarget.map(monthLabel) ?? [];
  return [
    ...provisional.map((month) => `${month} es provisional: se divide por la meta de todo el mes.`),
    ...(missing.length > 0
      ? [`${indicator.shortLabel}, meses sin meta fuera del acumulado: ${missing.join(", ")}.`]
      : []),
  ];
}

function advisorName(advisor: string | null, source: FigureSource): string {
  return advisor === null ? "Sin asesor" : source.people.nameOf(advisor);
}
