import type { Invariant } from "./invariant.ts";
import { pushesOf } from "./exchanges.ts";

/** What somebody was told to be saved is in the history, once, and says what they were told. */
export const acknowledgedOnce: Invariant = {
  number: 1,
  rule: "Every acknowledged row version is there exactly once after any crash.",
  whenQuiet(world) {
    const { ledger } = world;
    const states = new Map<string, { count: number; text: string }>();
    for (let history = 0; history <= ledger.current; history += 1) {
      for (const { row, version } of ledger.history(history)) {
        const key = `${history} ${row} ${version}`;
        states.set(key, { count: (states.get(key)?.count ?? 0) + 1, text: key });
      }
    }
    const twice = [...states.values()].flatMap(({ count, text }) =>
      count === 1 ? [] : [`version is there ${count} times: ${text}`],
    );
    const missing = pushesOf(world)
      .filter(({ delivered }) => delivered)
      .flatMap(({ given, history, person }) =>
        given.answers.flatMap((answer) => {
          if (answer.result !== "saved" || answer.version === 0) return [];
          if (states.has(`${history} ${answer.id} ${answer.version}`)) return [];
          return [
            `${person} was told that ${answer.id} is saved as version ${answer.version}, and it is not`,
          ];
        }),
      );
    return [...twice, ...missing, ...saidOtherwise(world)];
  },
};

/** Acknowledged versions whose row in the history says something else than was acknowledged. */
function saidOtherwise(world: Parameters<Invariant["whenQuiet"]>[0]): readonly string[] {
  const { ledger } = world;
  return pushesOf(world).flatMap(({ given, history, delivered }) => {
    if (!delivered) return [];
    return given.answers.flatMap((answer) => {
      if (answer.result !== "saved") return [];
      const revision = ledger
        .history(history)
        .find(({ row, version }) => row === answer.id && version === answer.version);
      if (!revision) return [];
      const state = ledger.statesAt(revision.seq, history).get(answer.id);
      return Object.entries(answer.values).flatMap(([column, value]) => {
        const kept = state?.values[column];
        if (kept === undefined || kept === value) return [];
        return [
          `${answer.id} v${answer.version} ${column}: told ${JSON.stringify(value)}, kept ${JSON.stringify(kept)}`,
        ];
      });
    });
  });
}
