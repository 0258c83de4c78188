import type { LiveBye, LiveChanged, LiveHello } from "../../shared/contract/live.ts";
import type { LiveTimes } from "./live-desk.ts";

/** The other end. Writing resolves once the reader has taken what came before. */
export interface EventSink {
  event(name: "hello" | "changed" | "bye", content: LiveHello | LiveChanged | LiveBye): Promise<void>;
  beat(): Promise<void>;
  /** Calls when the reader is gone. */
  onGone(act: () => void): void;
  /** Gives the reader up. */
  cut(): void;
}

export interface Running {
  readonly hello: LiveHello;
  readonly times: LiveTimes;
  /** From when it resolves on, records are told. */
  listen(told: (records: ReadonlySet<string>) => void): Promise<void>;
  /** Is given what ends the stream from outside. */
  onEnd(end: (why: LiveBye["why"]) => void): void;
  /** Why the stream must end, if it must. Asked before anything is told. */
  mayGoOn(): Promise<LiveBye["why"] | undefined>;
}

/**
 * Writes to one reader until one of the two sides ends it. What is to be told waits as a set of records, so that a slow
 * reader costs no more than that; one that takes nothing at all is given up.
 */
export async function runStream(
  sink: EventSink,
  { hello, times, listen, onEnd, mayGoOn }: Running,
): Promise<void> {
  const waiting = new Set<string>();
  const stream: { ending?: LiveBye["why"] | "gone" } = {};
  let wake = () => {};
  const end = (why: LiveBye["why"] | "gone") => {
    stream.ending ??= why;
    wake();
  };
  onEnd(end);
  sink.onGone(() => end("gone"));
  const patiently = async (writing: Promise<void>) => {
    if (await isDoneWithin(writing, times.patience)) return;
    sink.cut();
    end("gone");
  };
  await patiently(sink.event("hello", hello));
  await listen((records) => {
    for (const one of records) waiting.add(one);
    if (waiting.size > 0) wake();
  });
  while (stream.ending === undefined) {
    if (waiting.size === 0)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, times.beat);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    const reason = stream.ending === undefined ? await mayGoOn() : undefined;
    if (reason !== undefined) end(reason);
    if (stream.ending !== undefined) break;
    if (waiting.size === 0) await patiently(sink.beat());
    else {
      const sheets = [...waiting];
      waiting.clear();
      await patiently(sink.event("changed", { sheets }));
    }
  }
  if (stream.ending !== "gone") await patiently(sink.event("bye", { why: stream.ending }));
}

async function isDoneWithin(writing: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([writing.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
