import { isDeepStrictEqual } from "node:util";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import type { Row } from "../../../shared/model/value.ts";
import { expectedIndicator, type Execution } from "../../server/support/expected-indicator.ts";
import type { Exchange } from "../world/exchange.ts";
import type { World } from "../world/world.ts";
import type { Invariant } from "./invariant.ts";

const year = 2026;

/** Figures are counted again by plain loops over the rows as they stood at the place in the history that the answer names. */
export const figuresHold: Invariant = {
  number: 7,
  rule: "Every indicator equals an independent recomputation at its stated moment.",
  whenQuiet(world) {
    return world.exchanges.flatMap((exchange) => {
      const [, id = ""] = /^\/api\/indicators\/([\w-]+)$/.exec(exchange.path) ?? [];
      return id === "" || exchange.status !== 200 ? [] : judge(world, id, exchange);
    });
  },
};

function judge(world: World, id: string, { answer, history, person }: Exchange): readonly string[] {
  const given = JSON.parse(answer) as IndicatorAnswer;
  const rows = rowsAt(world, given.asOf.seq, history);
  const advisors = world.people.filter(({ role }) => role === "advisor");
  const expected = expectedIndicator({
    id,
    year,
    first: `${year}-01`,
    last: `${year}-03`,
    budget: (rows.get("budget") ?? []).flatMap((row) => budgetLine(id, row)),
    done: executions(id, rows),
    advisors: advisors.toSorted((one, other) => one.name.localeCompare(other.name)).map((one) => one.id),
  });
  const isWhole = world.person(person)?.role !== "advisor";
  const [told, counted] = [sumOf(given.yearToDate), isWhole ? sumOf(expected.yearToDate) : null];
  const sum = isDeepStrictEqual(told, counted)
    ? []
    : [`${id} at ${given.asOf.seq}: told ${JSON.stringify(told)}, counted ${JSON.stringify(counted)}`];
  const months = expected.months.flatMap(({ month, company, advisors: shares }) => {
    const said = given.months.find((one) => one.month === month);
    if (!said) return [`${id} ${month} at ${given.asOf.seq}: told nothing`];
    const wanted = isWhole
      ? { company, shares }
      : { company: null, shares: shares.filter(({ advisor }) => advisor === person) };
    const got = {
      company: said.company,
      shares: said.advisors.filter(
        ({ advisor, figure }) => isWhole || (advisor === person && figure.executed !== 0),
      ),
    };
    if (!isWhole) wanted.shares = wanted.shares.filter(({ figure }) => figure.executed !== 0);
    if (isDeepStrictEqual(got, wanted)) return [];
    return [
      `${id} ${month} at ${given.asOf.seq}: told ${JSON.stringify(got)}, counted ${JSON.stringify(wanted)}`,
    ];
  });
  return [...sum, ...months];
}

/** A sum since January without what depends on the day on which it was asked for. */
function sumOf(sum: Told | null) {
  return sum && { first: sum.first, last: sum.last, figure: sum.figure, withoutTarget: sum.withoutTarget };
}

interface Told {
  readonly first: string;
  readonly last: string;
  readonly figure: object;
  readonly withoutTarget: readonly string[];
}

/** What counts at a place in a history: what was there before the schedule, and what it did. */
function rowsAt(world: World, seq: number, history: number): ReadonlyMap<string, readonly Row[]> {
  const states = world.ledger.statesAt(seq, history);
  const rows = new Map<string, Row[]>();
  const add = (sheet: string, row: Row) => rows.set(sheet, [...(rows.get(sheet) ?? []), row]);
  for (const { sheet, id, values, voided } of world.ledger.before.values())
    if (!voided && !states.has(id)) add(sheet, values);
  for (const { sheet, values, voided } of states.values()) if (!voided) add(sheet, values);
  return rows;
}

function executions(id: string, rows: ReadonlyMap<string, readonly Row[]>): readonly Execution[] {
  const isRegulated = id === "regulated-execution";
  return (rows.get(isRegulated ? "customers" : "sales") ?? []).flatMap((row): readonly Execution[] => {
    const day = row[isRegulated ? "linkedOn" : "date"];
    if (typeof day !== "string" || !day.startsWith(`${year}-`)) return [];
    if (isRegulated && row["market"] !== "regulated") return [];
    const advisor = typeof row["advisor"] === "string" ? row["advisor"] : null;
    return [
      {
        month: Number(day.slice(5, 7)),
        advisor,
        value: isRegulated ? 1 : Number(row["value"]),
        voided: false,
      },
    ];
  });
}

function budgetLine(id: string, row: Row) {
  const isRegulated = id === "regulated-execution";
  if (row["market"] !== (isRegulated ? "regulated" : "unregulated") || row["year"] !== year) return [];
  const target = Number(row[isRegulated ? "targetUsers" : "targetSales"]);
  const text = (key: string) => (typeof row[key] === "string" ? row[key] : null);
  return [
    {
      month: Number(row["month"]),
      advisor: text("advisor"),
      municipality: text("municipality"),
      values: [target],
      voided: false,
    },
  ];
}
