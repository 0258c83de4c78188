import type { Me } from "../../../shared/contract.ts";
import type { SendingActs } from "../sending-acts.ts";
import type { Synchronising } from "../synchronise-link.ts";
import type { Desk } from "./desk.ts";
import { readerOf } from "./memory.ts";

/** What a synchronisation of this pane works with, its progress told over all links. */
export function synchronising(
  desk: Desk,
  me: Me,
  signal: AbortSignal,
  { told, acts }: { readonly told: (sent: number) => void; readonly acts: SendingActs },
): Synchronising {
  const { memory, deps } = desk;
  let [sent, toSend, received] = [0, 0, 0];
  return {
    api: deps.api,
    me,
    schema: memory.schema,
    reader: readerOf(memory, me, deps.now()),
    workbook: memory.workbook,
    acts,
    signal,
    now: deps.now,
    report(progress) {
      toSend += progress.toSend ?? 0;
      sent += progress.sent ?? 0;
      if (progress.sent !== undefined) told(sent);
      received += progress.received ?? 0;
      if (progress.received === undefined) desk.progress(sent, toSend, "sending");
      else desk.progress(received, 0, "receiving");
    },
  };
}
