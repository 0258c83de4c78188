import { mayTouch, readableColumns } from "../../../shared/model/access.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import type { IndicatorAnswer } from "../../../shared/contract.ts";
import type { Person } from "../world/people.ts";
import type { Exchange } from "../world/exchange.ts";
import type { World } from "../world/world.ts";
import type { Invariant } from "./invariant.ts";

/**
 * Every typed value and every row's id stands nowhere else. Whoever gets one in an answer must have been able to see it in
 * some state of its row, or have sent it in the same breath.
 */
export const nobodySeesTooMuch: Invariant = {
  number: 8,
  rule: "Nobody receives, in any answer, conflict, error or count, a row or field they may not see.",
  whenQuiet(world) {
    const seen = new Map(world.people.map((person) => [person.id, seenBy(world, person)]));
    const ids = new Set([...world.ledger.everyState()].map(({ id }) => id));
    return world.exchanges.flatMap((exchange) => {
      const allowed = seen.get(exchange.person) ?? new Set();
      const told = [...world.tokens.in(exchange.answer), ...idsIn(exchange.answer, ids)];
      const leaks = told.filter((one) => !allowed.has(one) && !exchange.body.includes(one));
      return [
        ...leaks.map(
          (one) => `${nameOf(world, exchange)} got ${one} from ${exchange.path}: ${exchange.answer}`,
        ),
        ...figuresOfOthers(world, exchange),
      ];
    });
  },
};

function seenBy(world: World, person: Person): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const state of world.ledger.everyState()) {
    const sheet = sheets.find(({ id }) => id === state.sheet);
    if (!sheet || !mayTouch(sheet, person, "read", state.values)) continue;
    seen.add(state.id);
    const values = readableColumns(sheet, person.role).map((key) => state.values[key] ?? null);
    for (const token of world.tokens.in(JSON.stringify(values))) seen.add(token);
  }
  return seen;
}

/** An advisor's figures are their own. */
function figuresOfOthers(world: World, exchange: Exchange): readonly string[] {
  const person = world.person(exchange.person);
  if (person?.role !== "advisor" || exchange.status !== 200) return [];
  if (!/^\/api\/indicators\/[\w-]+$/.test(exchange.path)) return [];
  const { months, yearToDate } = JSON.parse(exchange.answer) as IndicatorAnswer;
  const others = months.filter(
    ({ company, advisors }) => company !== null || advisors.some(({ advisor }) => advisor !== person.id),
  );
  const isOthers = others.length > 0 || yearToDate !== null;
  return isOthers ? [`${person.name} got figures of others: ${exchange.answer}`] : [];
}

const idsIn = (text: string, ids: ReadonlySet<string>): readonly string[] =>
  [...text.matchAll(/[0-9a-f]{32}/g)].map(([id]) => id).filter((id) => ids.has(id));

const nameOf = (world: World, { person }: Exchange) => world.person(person)?.name ?? person;
