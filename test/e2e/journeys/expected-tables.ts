import type { DemoCompany } from "../../../server/demo/demo-company.ts";
import { monthLabel } from "../../../shared/colombia/months.ts";
import type { Months } from "../../../shared/model/result.ts";
import type { Cell, Day } from "../../../shared/model/value.ts";
import {
  plainIndicator,
  plainVisitControl,
  plainYearToDate,
  visitKey,
  type Market,
  type PlainFigure,
  type PlainVisits,
} from "../../server/demo/plain-figures.ts";

/** A line of a computed table as it must stand in the sheet, by header. */
export type Line = Readonly<Record<string, Cell>>;

interface MarketWords {
  readonly market: Market;
  readonly name: string;
  readonly unit: string;
  /** How many of what is counted make one of what the table shows. */
  readonly divisor: number;
}

const markets: readonly MarketWords[] = [
  { market: "regulated", name: "Mercado regulado", unit: "Usuarios", divisor: 1 },
  { market: "unregulated", name: "Mercado no regulado", unit: "Millones COP", divisor: 1_000_000 },
];
const states = {
  met: "Cumplida",
  near: "Cerca de la meta",
  missed: "No cumplida",
  "no-target": "Sin meta",
} as const;

/**
 * *Indicadores*, worked out with loops over the rows: per market each month with the company first, and the year at the
 * end. An advisor who neither had a target nor gave anything has no line.
 */
export function expectedIndicators(company: DemoCompany, months: Months, today: Day): readonly Line[] {
  const year = months.last.slice(0, 4);
  return markets.flatMap((words) => {
    const figures = plainIndicator(company, words.market, months, today);
    const ofYear = plainIndicator(company, words.market, { ...months, first: `${year}-01` }, today);
    const line = (
      period: string,
      level: string,
      figure: PlainFigure,
      open: boolean,
      expected: number | null,
    ) => indicatorLine(words, { Periodo: period, Nivel: level }, figure, { open, expected });
    return [
      ...figures.flatMap(({ month, provisional, expected, company: whole, advisors }) => [
        line(monthLabel(month), "Empresa", whole, provisional, expected),
        ...byName(company, (email) => advisors.get(email))
          .filter(([, { executed, target }]) => executed !== 0 || target !== null)
          .map(([name, figure]) => line(monthLabel(month), name, figure, provisional, null)),
      ]),
      line(`Acumulado ${year}`, "Empresa", plainYearToDate(ofYear), true, null),
    ];
  });
}

/** *Gestión mensual visitas*, worked out visit by visit: each month by advisor with a total. */
export function expectedVisitControl(company: DemoCompany, months: readonly string[]): readonly Line[] {
  const [first = "", last = ""] = [months[0], months.at(-1)];
  const counts = plainVisitControl(company, { first, last });
  return months.flatMap((month) => {
    const named = byName(company, (email) => counts.get(visitKey(month, email)));
    const total = named.map(([, one]) => one).reduce(sumOfVisits);
    return [...named, ["Total", total] as const].map(([name, one]) => visitLine(month, name, one));
  });
}

function indicatorLine(
  { name, unit, divisor }: MarketWords,
  about: { readonly Periodo: string; readonly Nivel: string },
  { executed, target, firstTarget, percent, state }: PlainFigure,
  { open, expected }: { readonly open: boolean; readonly expected: number | null },
): Line {
  const amount = (value: number | null) => (value === null ? "Sin meta" : value / divisor);
  return {
    Indicador: name,
    ...about,
    Unidad: unit,
    Ejecutado: executed / divisor,
    "Meta vigente": amount(target),
    "% ejecución": percent ?? "Sin meta",
    Estado: `${states[state]}${open ? " · Provisional" : ""}`,
    "Ritmo esperado hoy": expected === null ? "" : expected / divisor,
    "Primera meta": amount(firstTarget),
    "% primera meta": firstTarget === null ? "Sin meta" : (executed / firstTarget) * 100,
  };
}

function visitLine(month: string, name: string, { planned, done, effective, linked }: PlainVisits): Line {
  return {
    Mes: monthLabel(month),
    Asesor: name,
    Programadas: planned,
    Realizadas: done,
    Efectivas: effective,
    Vinculaciones: linked,
    "% cumplimiento": planned === 0 ? "" : (done / planned) * 100,
    "% efectividad": done === 0 ? "" : (effective / done) * 100,
  };
}

const sumOfVisits = (one: PlainVisits, other: PlainVisits): PlainVisits => ({
  planned: one.planned + other.planned,
  done: one.done + other.done,
  effective: one.effective + other.effective,
  linked: one.linked + other.linked,
});

/** What each advisor has, by name in the order of the alphabet; advisors without any are left out. */
function byName<T>(
  { people }: DemoCompany,
  of: (email: string) => T | undefined,
): readonly (readonly [string, T])[] {
  return people
    .filter(({ role }) => role === "advisor")
    .flatMap(({ name, email }) => {
      const found = of(email);
      return found === undefined ? [] : [[name, found] as const];
    })
    .toSorted(([one], [other]) => one.localeCompare(other, "es"));
}
