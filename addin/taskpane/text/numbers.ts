import type { Unit } from "../../../shared/model/indicator.ts";

/** Keeps a sign or unit on the line of its number. */
const tie = "\u00a0";

const whole = new Intl.NumberFormat("es-CO", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("es-CO", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat("es-CO", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A whole number of things: `1.234`. */
export const formatCount = (count: number): string => whole.format(count);

/** A number and its noun: `1 fila`, `12 filas`. */
export const plural = (count: number, one: string, many: string): string =>
  `${formatCount(count)}${tie}${count === 1 ? one : many}`;

/** A percentage: `87,5 %`. What is short of 100 never reads as 100: 99,96 stays `99,96 %`. */
export function formatPercent(percent: number): string {
  const roundsUp = percent < 100 && oneDecimal.format(percent) === oneDecimal.format(100);
  const text = roundsUp ? twoDecimals.format(Math.floor(percent * 100) / 100) : oneDecimal.format(percent);
  return `${text}${tie}%`;
}

const amounts: Readonly<Record<Unit, (value: number) => string>> = {
  users: formatCount,
  pesos: (value) => `$${tie}${oneDecimal.format(value / 1_000_000)}${tie}M`,
};

/** What an indicator counts: users as they are, pesos in millions (`$ 153,2 M`). */
export const formatAmount = (unit: Unit, value: number): string => amounts[unit](value);
