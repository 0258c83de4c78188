import type { LiveHello, LiveQuery } from "../../../shared/contract/live.ts";
import { createRetrier, type Attempted } from "../live/retrier.ts";
import { createStreamKeeper } from "../live/stream-keeper.ts";
import { isLasting, isPassing, retryAfterOf } from "../live/transient.ts";
import { cursorOf } from "../link-cursors.ts";
import { newId } from "../reference.ts";
import type { CommandFailure, Outcome } from "../session.ts";
import { readyRows } from "../ready-rows.ts";
import { welcome } from "./account.ts";
import type { Desk } from "./desk.ts";
import { createIncoming } from "./incoming.ts";
import { createLease } from "./lease.ts";
import type { LiveDeps } from "./live-deps.ts";
import { mayWork } from "./may-work.ts";
import { createOwedWork } from "./owed-work.ts";
import { synchroniseQuietly } from "./quiet-commands.ts";

/**
 * Keeps the pane in touch with the service by itself: hears what others change, brings it where that disturbs nobody,
 * and does again what the network did not let through (docs/decisions/080-what-the-pane-does-by-itself.md).
 */
export interface Connection {
  begin(): void;
  /** The service did not tell who is there, and the person of the last time is taken in: it is asked again. */
  presume(failure: CommandFailure): void;
  /** Passes the outcome of a command on that was asked for: it sends and fetches everything, or fetches it. */
  after<T>(what: "sent" | "received", outcome: Promise<Outcome<T>>): Promise<Outcome<T>>;
  stop(): Promise<void>;
}

/** A session without means of its own does what it is asked. */
const untouched: Connection = {
  begin: () => {},
  presume: () => {},
  after: (_what, outcome) => outcome,
  stop: async () => {},
};

export function createConnection(desk: Desk, wrote: () => void): Connection {
  const { live } = desk.deps;
  return live ? connect(desk, live, wrote) : untouched;
}

function connect(desk: Desk, { random, onOnline }: LiveDeps, wrote: () => void): Connection {
  const { deps, store, memory } = desk;
  const { schedule, now } = deps;
  const pane = newId();
  const lease = createLease(desk, pane);
  const owed = createOwedWork(memory);
  /** Other definitions than this pane's hold in the service: until it is loaded again it does nothing by itself. */
  let isOutdated = false;
  let isIn = false;
  /** What kept the service from telling who is there; null where it told. */
  let unsure: CommandFailure | null = null;
  /** Whose work is owed: the next person at this pane decides anew. */
  let person: string | null = null;
  let ends: (() => void)[] = [];

  const doubt = (failure?: CommandFailure) => retrier.need(failure && retryAfterOf(failure));
  const incoming = createIncoming(desk, { random, lease, stopped: (failure) => stopped(failure), wrote });
  const retrier = createRetrier({
    attempt: () => attempt(),
    tell(at) {
      const retryAt = at?.toISOString() ?? null;
      if (retryAt !== store.get().retryAt) store.set({ retryAt });
    },
    schedule,
    now,
    random,
  });
  const keeper = createStreamKeeper({
    open: (listener, signal) => deps.api.live.listen(placeOf(desk, pane), listener, signal),
    hello: (hello) => greet(hello),
    changed: (sheets) => incoming.heard(sheets),
    look: () => incoming.heard(),
    doubt: () => doubt(),
    schedule,
    now,
    random,
  });

  /** The service answers: whatever waits goes on. */
  const greet = ({ epoch, schema, role }: LiveHello) => {
    const { me } = memory;
    if (schema !== memory.schema) return sayOutdated();
    if (owed.oweAnew(epoch)) doubt();
    if (me && (me.epoch !== epoch || me.person.role !== role)) {
      incoming.heard();
      doubt();
    }
    retrier.now();
  };
  const sayOutdated = () => {
    isOutdated = true;
    desk.fail({ code: "schema-changed" }, null);
    rest();
  };

  /** Asks who is there, which tells whether the service can be had; then sends what waits for nothing else. */
  const attempt = async (): Promise<Attempted> => {
    if (!isIn) return "done";
    const { connection, isPaused } = store.get();
    const wasOffline = connection === "offline";
    const before = memory.me?.person.id;
    const welcomed = await welcome(desk, deps.api.me());
    if (!welcomed.ok) return isLasting(welcomed.failure) ? judge(welcomed.failure) : wait(welcomed.failure);
    // Another pane of this browser may have let somebody else in: the sheets are read for them.
    if (memory.me?.person.id !== before) wrote();
    if (memory.me) owed.oweAnew(memory.me.epoch);
    const hindrance = await incoming.goOn();
    if (hindrance) return wait(hindrance);
    if (!isIn) return "done";
    store.set({ isPaused: false });
    const told = store.get().failure;
    if (told && (told === unsure || isPassing(told))) desk.dismiss();
    unsure = null;
    // A stream alone that does not get through is tried again at its own pace.
    if (wasOffline || isPaused) keeper.tryNow();
    if (wasOffline) incoming.heard();
    return owed.isOwed ? send() : "done";
  };
  const send = async (): Promise<Attempted> => {
    const hasReady = store.get().links.some((link) => readyRows(link) > 0);
    if (!hasReady && !owed.isRestored) return free();
    if ((await mayWork(desk, { isOwed: true })) !== "now") return "later";
    const leased = await lease.take();
    if (leased.result === "failed") return judge(leased.failure);
    if (leased.result === "taken") return { retryAfter: leased.seconds };
    const outcome = await lease.during(() => synchroniseQuietly(desk));
    if (!outcome.ok) return judge(outcome.failure);
    wrote();
    incoming.settled();
    return free();
  };
  /** Nothing is owed any more. */
  const free = (): Attempted => {
    owed.settle();
    if (store.get().isPaused) store.set({ isPaused: false });
    return "done";
  };
  /** Something that nobody asked for was not let through. */
  const stopped = (failure: CommandFailure) => {
    if (isLasting(failure)) judge(failure);
    else doubt(failure);
  };
  const wait = (failure: CommandFailure): Attempted => {
    store.set(failure.code === "offline" ? { connection: "offline" } : { isPaused: true });
    return { retryAfter: retryAfterOf(failure) };
  };
  const judge = (failure: CommandFailure): Attempted => {
    if (isPassing(failure)) return wait(failure);
    if (["cell-edit-mode", "excel", "cancelled"].includes(failure.code)) return "later";
    if (failure.code !== "unauthenticated") owed.drop();
    if (failure.code === "schema-changed") sayOutdated();
    else desk.fail(failure, null);
    return "done";
  };

  const follow = () => {
    const { phase, connection, me } = store.get();
    const mayBe = phase === "ready" && connection !== "session-expired" && memory.isOpen && !isOutdated;
    if (mayBe && !isIn) {
      if (person !== me?.person.id) owed.drop();
      person = me?.person.id ?? null;
      isIn = true;
      if (connection === "offline") owed.owe();
      if (me && !unsure) owed.oweAnew(me.epoch);
      keeper.start();
      if (owed.isOwed || unsure) doubt(unsure ?? undefined);
    }
    if (!mayBe && isIn) rest();
    if (isIn && connection === "offline" && store.get().retryAt === null) {
      owed.owe();
      doubt();
    }
  };
  const rest = () => {
    isIn = false;
    unsure = null;
    keeper.stop();
    incoming.stop();
    retrier.forget();
    if (store.get().isPaused) store.set({ isPaused: false });
  };
  return {
    begin() {
      if (ends.length > 0) return;
      ends = [store.subscribe(follow), onOnline(() => (retrier.now(), keeper.tryNow()))];
      follow();
    },
    presume: (failure) => (unsure = failure),
    async after(what, outcome) {
      const result = await outcome;
      if (result.ok) settledByHand(what);
      else if (isPassing(result.failure)) {
        if (what === "sent") owed.owe();
        if (result.failure.code !== "offline") store.set({ isPaused: true });
        doubt(result.failure);
      } else if (result.failure.code === "schema-changed") sayOutdated();
      else if (result.failure.code === "unauthenticated" && what === "sent") owed.owe();
      return result;
    },
    async stop() {
      for (const end of ends) end();
      ends = [];
      rest();
      await lease.release();
    },
  };

  function settledByHand(what: "sent" | "received") {
    store.set({ isPaused: false });
    incoming.settled();
    if (what === "sent") {
      owed.settle();
      retrier.forget();
    }
    keeper.tryNow();
  }
}

/** From where in the history the workbook has not looked: the oldest of its links' places. */
function placeOf({ memory }: Desk, pane: string): LiveQuery {
  const { me, links } = memory;
  const cursors = [...links.values()].flatMap(({ link }) => {
    const cursor = cursorOf(link, me?.person.id);
    return cursor && cursor.epoch === me?.epoch ? [cursor.seq] : [];
  });
  if (!me || cursors.length === 0) return { pane };
  return { pane, epoch: me.epoch, seq: String(Math.min(...cursors)) };
}
