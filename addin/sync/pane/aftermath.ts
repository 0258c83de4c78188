import { isAsRead } from "../link-state.ts";
import { done, type Desk } from "./desk.ts";
import { lacksPeers, refreshPeers } from "./peer-commands.ts";
import { judgeAgain } from "./recount-parts.ts";

/** What is left to do once a long command is done, so that the next edit is judged fast and by all that there is to know. */
export interface Aftermath {
  listen(): void;
  /** Resolves once what rules need of others' rows is there, if that was asked for. */
  settled(): Promise<void>;
  stop(): void;
}

/** `stale` is told the worksheets that a command wrote into: read once more, the next edit needs to read little. */
export function createAftermath(desk: Desk, stale: (worksheetIds: readonly string[]) => void): Aftermath {
  const { store, memory } = desk;
  let wasAtWork = false;
  let learning: Promise<void> | undefined;
  let stop = () => {};

  const learn = async () => {
    await desk.act(async () => {
      await refreshPeers(desk);
      return done(undefined);
    }, null);
    learning = undefined;
    judgeAgain(desk);
  };
  const look = () => {
    const isAtWork = store.get().activity.kind === "working";
    const isDone = wasAtWork && !isAtWork;
    wasAtWork = isAtWork;
    if (!isDone) return;
    const written = [...memory.links.values()].filter((state) => !isAsRead(state));
    const worksheets = written.flatMap(({ shape }) => (shape ? [shape.worksheetId] : []));
    if (worksheets.length > 0) stale(worksheets);
    if (store.get().connection === "online" && lacksPeers(desk)) learning ??= learn();
  };
  let isListening = false;
  return {
    listen() {
      if (isListening) return;
      isListening = true;
      stop = store.subscribe(look);
    },
    settled: async () => learning,
    stop: () => stop(),
  };
}
