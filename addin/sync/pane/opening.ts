import { excelFailureOf } from "../../excel/failure.ts";
import { newId } from "../reference.ts";
import type { CommandFailure, Outcome } from "../session.ts";
import { signOut, welcome } from "./account.ts";
import type { Connection } from "./connection.ts";
import { done, type Desk } from "./desk.ts";
import { refreshPeers } from "./peer-commands.ts";
import { remember } from "./memory.ts";
import { noteNewColumns } from "./new-columns.ts";
import { locateTables, refreshTables } from "./table-commands.ts";
import type { Follower } from "./watching.ts";

/** Milliseconds until a workbook is tried again that could not be opened, as somebody was typing in it. */
const retry = 2_000;

export interface Opening {
  /** Opens the workbook and takes the person in; the phase is known afterwards, whatever happened. */
  begin(): Promise<void>;
  /** Counts what is there and, where that costs nobody their undo, brings computed tables up to date. */
  settleIn(): Promise<void>;
  stop(): void;
}

export function createOpening(
  desk: Desk,
  follower: Follower,
  connection: Pick<Connection, "presume">,
): Opening {
  const { deps, store, memory } = desk;
  let attaching: Promise<Outcome> | undefined;
  let cancel = () => {};

  const attachNow = async (): Promise<Outcome> => {
    if (!memory.isOpen) remember(memory, await deps.workbook.open(newId()), deps);
    await follower.follow();
    return done(undefined);
  };
  /** Whoever asks while it is being opened gets the same. */
  const attach = () => (attaching ??= attachNow().finally(() => (attaching = undefined)));
  const openAgain = async (): Promise<Outcome> => {
    const opened = await desk.act(attach, openAgain);
    if (!opened.ok) return opened;
    cancel();
    await settleIn();
    return opened;
  };
  /** Until it opens, without anybody asking; what was said of it is no news then. */
  const keepTrying = (told: CommandFailure["code"]) => {
    cancel = deps.schedule(() => void tryQuietly(told), retry);
  };
  const tryQuietly = async (told: CommandFailure["code"]) => {
    try {
      await attach();
    } catch (error) {
      if (!excelFailureOf(error)) throw error;
      return keepTrying(told);
    }
    if (store.get().failure?.code === told) desk.dismiss();
    await settleIn();
  };
  const settleIn = async () => {
    if (!memory.isOpen || !memory.me) return;
    noteNewColumns(memory, memory.me.person.role);
    await desk.act(async () => {
      await locateTables(desk);
      return done(undefined);
    }, settleAgain);
    await refreshPeers(desk);
    await follower.countAll();
    if (memory.tables.size > 0 && store.get().connection === "online" && (await mayRewrite(desk)))
      await refreshTables(desk);
  };
  const settleAgain = async () => {
    await settleIn();
    return done(undefined);
  };
  return {
    settleIn,
    async begin() {
      try {
        const opened = await desk.act(attach, openAgain);
        if (!opened.ok) keepTrying(opened.failure.code);
        await takeIn(desk, connection);
        await settleIn();
      } finally {
        if (store.get().phase === "starting") store.set({ phase: "signed-out" });
      }
    },
    stop: () => cancel(),
  };
}

/** Whether tables may be rewritten that nobody asked for; the pane tells their age, and refreshing is one act. */
async function mayRewrite({ deps }: Desk): Promise<boolean> {
  try {
    return await deps.workbook.sparesUndo();
  } catch (error) {
    if (!excelFailureOf(error)) throw error;
    return false;
  }
}

/**
 * Where the service does not tell who is there, the person of the last time is taken in, so that their work can be counted
 * and checked; only a session that ended sends them to sign in.
 */
async function takeIn(desk: Desk, connection: Pick<Connection, "presume">): Promise<Outcome> {
  const { deps, store, memory } = desk;
  if (!deps.api.isSignedIn()) {
    store.set({ phase: "signed-out" });
    return done(undefined);
  }
  const before = deps.api.lastMe();
  const welcomed = await desk.act(
    () => welcome(desk, deps.api.me()),
    () => takeIn(desk, connection),
  );
  if (welcomed.ok) return welcomed;
  // Whoever was told that the definitions are others was taken in before that.
  if (memory.me !== null) return welcomed;
  const { failure } = welcomed;
  if (failure.code === "unauthenticated") await signOut(desk);
  else if (before) {
    memory.me = before;
    connection.presume(failure);
    store.set({ phase: "ready", me: before });
    return welcomed;
  }
  store.set({ phase: "signed-out" });
  return welcomed;
}
