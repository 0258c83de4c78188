import { monthOf, monthsBetween } from "../colombia/day.ts";
import { monthLabel } from "../colombia/months.ts";
import type { FigureSource, Months } from "../model/result.ts";
import { layouts, type TableDefinition, type TableRow } from "../model/table.ts";
import type { Month } from "../model/value.ts";
import { customers } from "../sheets/customers.ts";
import type { CustomerLife } from "./customer-life.ts";
import { linkedUsers, type LinkedUsers } from "./linked-users.ts";

/** Numérica clientes: users of each market at the beginning and end of each month, and what came between. */
export const customerNumbers: TableDefinition = {
  id: "customer-numbers",
  label: "Numérica clientes",
  purpose: "Usuarios de cada mercado al comienzo y al final de cada mes: vinculados, perdidos y reactivados.",
  access: { read: ["director", "quality", "management"], own: [] },
  async build(months, source) {
    const users = await linkedUsers(source);
    return {
      columns: [
        { label: "Mes", layout: layouts.month },
        { label: customers.columns.market.label, layout: layouts.text },
        { label: "Iniciales", layout: layouts.count },
        { label: "Vinculados", layout: layouts.count },
        { label: "Desvinculados", layout: layouts.count },
        { label: "Reactivados", layout: layouts.count },
        { label: "Finales", layout: layouts.count },
        { label: "% desvinculación", layout: { ...layouts.percent, width: 18 } },
      ],
      rows: tableRows(months, users, source),
      notes: [
        "Desvinculación: desvinculados sobre iniciales. Reactivado: vinculado de nuevo después de haberse retirado.",
        ...unknownNote(users),
      ],
    };
  },
};

const unknownNote = ({ unknown }: LinkedUsers): readonly string[] =>
  unknown === 0
    ? []
    : [`Desvinculaciones sin contar, porque su usuario no es uno solo de los vinculados: ${unknown}.`];

interface Numbers {
  readonly initial: number;
  readonly linked: number;
  readonly lost: number;
  readonly reactivated: number;
}

function tableRows(
  months: Months,
  { byMarket }: LinkedUsers,
  { people, today }: FigureSource,
): readonly TableRow[] {
  const { kind } = customers.columns.market;
  const context = { people, today, date1904: false };
  const order = kind.options?.(context) ?? [];
  const markets = [...byMarket]
    .map(([market, lives]) => ({
      label: kind.display(market, context),
      numbers: numbersByMonth(lives, months),
    }))
    .toSorted((one, other) => order.indexOf(one.label) - order.indexOf(other.label));
  return monthsBetween(months.first, months.last).flatMap((month) => {
    const lines = markets.map(({ label, numbers }) => ({ label, numbers: numbers.get(month) ?? nothing }));
    const total = lines.map(({ numbers }) => numbers).reduce(add, nothing);
    return [
      ...lines.map(({ label, numbers }) => numbersRow(month, label, numbers)),
      ...(lines.length > 1 ? [{ ...numbersRow(month, "Total", total), emphasis: true as const }] : []),
    ];
  });
}

/** What came in each month, and how many there were before it. */
function numbersByMonth(lives: readonly CustomerLife[], months: Months): ReadonlyMap<Month, Numbers> {
  let standing = lives.filter(({ fromBefore }) => fromBefore).length;
  const counts = new Map<Month, { linked: number; lost: number; reactivated: number }>();
  for (const { on, kind } of lives.flatMap(({ turns }) => turns)) {
    const month = monthOf(on);
    if (month < months.first) standing += kind === "lost" ? -1 : 1;
    const counted = counts.get(month) ?? { linked: 0, lost: 0, reactivated: 0 };
    counted[kind] += 1;
    counts.set(month, counted);
  }
  const numbers = new Map<Month, Numbers>();
  for (const month of monthsBetween(months.first, months.last)) {
    const ofMonth = { ...nothing, ...counts.get(month), initial: standing };
    numbers.set(month, ofMonth);
    standing = finalOf(ofMonth);
  }
  return numbers;
}

function numbersRow(month: Month, market: string, numbers: Numbers): TableRow {
  const { initial, linked, lost, reactivated } = numbers;
  const share = initial === 0 ? null : (lost / initial) * 100;
  return {
    cells: [monthLabel(month), market, initial, linked, lost, reactivated, finalOf(numbers), share],
  };
}

const finalOf = ({ initial, linked, lost, reactivated }: Numbers): number =>
  initial + linked + reactivated - lost;

const nothing: Numbers = { initial: 0, linked: 0, lost: 0, reactivated: 0 };

const add = (one: Numbers, other: Numbers): Numbers => ({
  initial: one.initial + other.initial,
  linked: one.linked + other.linked,
  lost: one.lost + other.lost,
  reactivated: one.reactivated + other.reactivated,
});
