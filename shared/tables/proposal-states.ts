import { monthOf } from "../colombia/day.ts";
import { monthLabel } from "../colombia/months.ts";
import type { Listing } from "../model/measure.ts";
import type { FigureSource, Months } from "../model/result.ts";
import { layouts, type TableDefinition, type TableRow } from "../model/table.ts";
import type { Month } from "../model/value.ts";
import { proposals } from "../sheets/proposals.ts";

const delivered = {
  from: "proposals",
  columns: ["state", "deliveredOn", "monthlyValue"],
  present: ["state", "deliveredOn"],
} as const satisfies Listing;

/** Propuestas y contratos: what was delivered in each month, by the state that it has now. */
export const proposalStates: TableDefinition = {
  id: "proposal-states",
  label: "Propuestas y contratos",
  purpose: "Propuestas y contratos entregados en cada mes, por su estado de hoy, con su valor mensual.",
  access: { read: ["director", "quality", "management", "legal"], own: ["advisor"] },
  async build(months, source) {
    const table = await sumByMonthAndState(months, source);
    return {
      columns: [
        { label: "Mes", layout: layouts.month },
        { label: proposals.columns.state.label, layout: layouts.text },
        { label: "Cantidad", layout: layouts.count },
        { label: proposals.columns.monthlyValue.label, layout: layouts.money },
      ],
      rows: [...table].flatMap(([month, states]) => monthRows(month, states, source)),
      notes: ["Cada propuesta está en el mes de su entrega, con el estado que tiene hoy."],
    };
  },
};

/** How many, and their value a month in pesos. */
interface Sums {
  readonly count: number;
  readonly value: number;
}

/** By the label of the state. */
type ByState = ReadonlyMap<string, Sums>;

async function sumByMonthAndState(
  { first, last }: Months,
  source: FigureSource,
): Promise<ReadonlyMap<Month, ByState>> {
  const table = new Map<Month, ReadonlyMap<string, Sums>>();
  for (const { state, deliveredOn, monthlyValue } of await source.list(delivered)) {
    const month = monthOf(String(deliveredOn));
    if (month < first || month > last) continue;
    const label = proposals.columns.state.kind.display(String(state), contextOf(source));
    const states = new Map(table.get(month));
    const one = { count: 1, value: Number(monthlyValue ?? 0) };
    table.set(month, states.set(label, add(states.get(label) ?? nothing, one)));
  }
  return new Map([...table].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** States stand in the order of the definition. */
function monthRows(month: Month, states: ByState, source: FigureSource): readonly TableRow[] {
  const order = proposals.columns.state.kind.options?.(contextOf(source)) ?? [];
  const lines = [...states].toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  const total = lines.map(([, sums]) => sums).reduce(add, nothing);
  return [
    ...lines.map(([state, { count, value }]) => ({ cells: [monthLabel(month), state, count, value] })),
    { cells: [monthLabel(month), "Total", total.count, total.value], emphasis: true },
  ];
}

const contextOf = ({ people, today }: FigureSource) => ({ people, today, date1904: false });

const nothing: Sums = { count: 0, value: 0 };
const add = (one: Sums, other: Sums): Sums => ({
  count: one.count + other.count,
  value: one.value + other.value,
});
