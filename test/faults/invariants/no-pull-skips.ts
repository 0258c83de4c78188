import { mayTouch } from "../../../shared/model/access.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import type { World } from "../world/world.ts";
import { pullsOf, type PullExchange } from "./exchanges.ts";
import type { Invariant } from "./invariant.ts";

/** What a pull gave is held against the history between the place that it began at and the place that it names as next. */
export const noPullSkips: Invariant = {
  number: 6,
  rule: "No pull skips a committed change, no reader goes back in time.",
  whenQuiet(world) {
    const pulls = pullsOf(world);
    return [...pulls.flatMap((pull) => skipped(world, pull)), ...backInTime(pulls)];
  },
};

function skipped(world: World, { pull, given, person: id, history }: PullExchange): readonly string[] {
  const person = world.person(id);
  const sheet = sheets.find((one) => one.id === pull.sheet);
  if (!person || !sheet || given.more || pull.from !== undefined) return [];
  const since = pull.since && pull.since.epoch === given.next.epoch ? pull.since.seq : 0;
  const start = since > given.next.seq ? 0 : since;
  const rows = new Map(given.rows.map((row) => [row.id, row.version]));
  const removed = new Set(given.removed.map((row) => row.id));
  return [...world.ledger.statesAt(given.next.seq, history).values()].flatMap((state) => {
    if (state.sheet !== sheet.id || state.seq <= start) return [];
    const isSeen = !state.voided && mayTouch(sheet, person, "read", state.values);
    const version = rows.get(state.id);
    if (isSeen && version === state.version) return [];
    if (!isSeen && version === undefined) return [];
    const says = version === undefined ? (removed.has(state.id) ? "gone" : "nothing") : `v${version}`;
    return [
      `${person.name} pulled ${sheet.id} from ${start} to ${given.next.seq}: of ${state.id} it says ${says}, it was v${state.version}${isSeen ? "" : ", not for them"}`,
    ];
  });
}

/** One reader's answers, in the order in which they came, within one history. */
function backInTime(pulls: readonly PullExchange[]): readonly string[] {
  const latest = new Map<string, number>();
  return pulls.flatMap(({ desk, person, history, given, pull }) => {
    const reader = `${desk} ${person} ${pull.sheet} ${history} ${given.next.epoch}`;
    const before = latest.get(reader) ?? 0;
    latest.set(reader, Math.max(before, given.next.seq));
    return given.next.seq < before ? [`${reader} was at ${before} and then at ${given.next.seq}`] : [];
  });
}
