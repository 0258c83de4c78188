import type { Month } from "../../shared/model/value.ts";
import type { DemoCalendar } from "./calendar.ts";

/** What a market was asked for and gave in a month: users linked, or pesos sold. */
export interface MarketPlan {
  /** The target as first approved; null in the month for which nobody set one. */
  readonly firstTarget: number | null;
  /** The target that stands. */
  readonly target: number | null;
  /** Why the target was changed, where it was. */
  readonly reason: string | null;
  readonly executed: number;
}

export interface MonthPlan {
  readonly month: Month;
  readonly regulated: MarketPlan;
  readonly unregulated: MarketPlan;
}

/** How the year goes in Sucre, January to December: holidays, Holy Week, harvests, the December break. */
const season = [0.72, 0.96, 1.04, 0.9, 1.04, 0.95, 1, 1.08, 1.05, 1.1, 1, 0.68];

/** Executed over target by month of the history: met, near (90 to under 100 %) and missed. The current one is a pace. */
const regulatedRatios = [
  1.04, 0.93, 0.78, 1, 0.96, 1.1, 0.86, 0.95, 1.02, 0.91, 1.14, 0.7, 0.98, 1, 0.92, 1.06, 0.88, 0.95,
];
const unregulatedRatios = [
  0.97, 1.08, 0.84, 0.93, 1.01, 1.12, 0.76, 1.03, 0.9, 0.99, 1.05, 0.82, 1, 0.94, 1.09, 0.87, 1.02, 1.04,
];

/** The month of the history in which nobody set a target for the unregulated market. */
const monthWithoutTarget = 13;

interface Adjustment {
  readonly factor: number;
  readonly reason: string;
}

const regulatedAdjustments: Readonly<Record<number, Adjustment>> = {
  4: { factor: 0.85, reason: "Creciente del arroyo: ocho días sin acceso a Ovejas y Corozal." },
  9: { factor: 1.12, reason: "Entrega de la urbanización Villa Totumo antes de lo previsto." },
  15: { factor: 0.92, reason: "Un asesor en incapacidad durante dos semanas." },
  17: { factor: 1.08, reason: "Se suma la jornada de vinculación en Sampués." },
};

const unregulatedAdjustments: Readonly<Record<number, Adjustment>> = {
  6: { factor: 0.9, reason: "Parada de planta programada de dos grandes productores." },
  12: { factor: 1.1, reason: "Contrato nuevo de poda y escombros con la central de abastos." },
};

/** What the company planned and achieved, month by month. */
export function planMonths(calendar: DemoCalendar): readonly MonthPlan[] {
  return calendar.months.map((month, place) => {
    const elapsed = month === calendar.currentMonth ? calendar.elapsed : 1;
    return {
      month,
      regulated: marketPlan({
        asked: usersAsked(month, place),
        round: Math.round,
        unit: 1,
        adjustment: regulatedAdjustments[place],
        ratio: (regulatedRatios[place] ?? 1) * elapsed,
      }),
      unregulated: withoutTarget(
        place,
        marketPlan({
          asked: pesosAsked(month, place),
          round: toMillion,
          unit: 1_000,
          adjustment: unregulatedAdjustments[place],
          ratio: (unregulatedRatios[place] ?? 1) * elapsed,
        }),
      ),
    };
  });
}

/** The first target of a month, also of those still to come. */
export const usersAsked = (month: Month, place: number): number =>
  Math.round((25 + place * 0.3) * seasonOf(month));
export const pesosAsked = (month: Month, place: number): number =>
  toMillion((135_000_000 + place * 1_500_000) * seasonOf(month));

interface Terms {
  readonly asked: number;
  readonly round: (amount: number) => number;
  /** What is executed comes in whole units. */
  readonly unit: number;
  readonly adjustment: Adjustment | undefined;
  readonly ratio: number;
}

function marketPlan({ asked, round, unit, adjustment, ratio }: Terms): MarketPlan {
  const target = round(asked * (adjustment?.factor ?? 1));
  return {
    firstTarget: asked,
    target,
    reason: adjustment?.reason ?? null,
    executed: Math.round((target * ratio) / unit) * unit,
  };
}

function withoutTarget(place: number, plan: MarketPlan): MarketPlan {
  return place === monthWithoutTarget ? { ...plan, firstTarget: null, target: null, reason: null } : plan;
}

const seasonOf = (month: Month): number => season[Number(month.slice(5)) - 1] ?? 1;
const toMillion = (pesos: number): number => Math.round(pesos / 1_000_000) * 1_000_000;
