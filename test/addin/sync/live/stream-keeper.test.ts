import { expect, test } from "vitest";
import type { LiveListener } from "../../../../addin/api/live-api.ts";
import type { ApiResult } from "../../../../addin/api/failure.ts";
import { createStreamKeeper, keeperTimes } from "../../../../addin/sync/live/stream-keeper.ts";
import type { LiveBye } from "../../../../shared/contract/live.ts";
import { fakeTime } from "./fake-time.ts";

type End = ApiResult<LiveBye["why"] | null>;
const cut: End = { ok: false, failure: { code: "offline" } };
const hello = { epoch: "e", schema: "s", role: "advisor" } as const;

interface Opened {
  readonly at: number;
  readonly listener: LiveListener;
  readonly signal: AbortSignal;
  end(end: End): void;
}

function keeping(answer: (one: Opened) => void = () => {}) {
  const time = fakeTime();
  const streams: Opened[] = [];
  const told: string[] = [];
  const keeper = createStreamKeeper({
    open: (listener, signal) =>
      new Promise((resolve) => {
        const one = { at: time.now().getTime(), listener, signal, end: resolve };
        signal.addEventListener("abort", () => resolve({ ok: false, failure: { code: "cancelled" } }));
        streams.push(one);
        answer(one);
      }),
    hello: () => told.push("hello"),
    changed: (sheets) => told.push(sheets.join(" ")),
    look: () => told.push("look"),
    doubt: () => told.push("doubt"),
    schedule: time.schedule,
    now: time.now,
    random: () => 0,
  });
  const last = () => {
    const one = streams.at(-1);
    if (!one) throw new Error("no stream was opened");
    return one;
  };
  const count = (what: string) => told.filter((one) => one === what).length;
  return { ...time, keeper, streams, told, last, count };
}

test("passes on what comes, and goes on as long as there are signs of life", async () => {
  const { keeper, last, told, pass, streams } = keeping();
  keeper.start();
  last().listener.heard();
  last().listener.hello(hello);
  for (let count = 0; count < 60; count += 1) {
    await pass(8_000);
    last().listener.heard();
  }
  last().listener.changed({ sheets: ["visits", "sales"] });
  expect(told).toEqual(["hello", "visits sales"]);
  expect(streams).toHaveLength(1);
});

test("gives up a stream that does not begin, and one that falls silent", async () => {
  const { keeper, streams, pass } = keeping((one) => {
    if (one.at > 0) one.listener.hello(hello);
  });
  keeper.start();
  await pass(keeperTimes.firstEvent);
  expect(streams[0]?.signal.aborted).toBe(true);
  await pass(5_000);
  expect(streams).toHaveLength(2);
  await pass(keeperTimes.silence);
  expect(streams[1]?.signal.aborted).toBe(true);
});

test("comes back after a service that was restarted, and looks nowhere by itself meanwhile", async () => {
  const { keeper, last, pass, streams, told } = keeping();
  keeper.start();
  last().listener.hello(hello);
  await pass(20_000);
  last().listener.heard();
  last().end({ ok: true, value: "stopping" });
  await pass(3_000);
  expect(streams).toHaveLength(2);
  expect(told).not.toContain("look");
});

test("where streams are cut again and again it looks by itself each minute, and tries one now and then", async () => {
  const { keeper, streams, count, pass } = keeping((one) => {
    one.listener.hello(hello);
    setImmediate(() => one.end({ ok: true, value: null }));
  });
  keeper.start();
  await pass(20_000);
  expect(streams).toHaveLength(3);
  expect(count("look")).toBe(0);
  await pass(10 * 60_000);
  expect(streams).toHaveLength(3);
  expect(count("look")).toBeGreaterThan(8);
  await pass(6 * 60_000);
  expect(streams).toHaveLength(4);
});

test("stops looking by itself once a stream gets through", async () => {
  let isCut = true;
  const { keeper, count, pass, told, last } = keeping((one) => {
    if (isCut) one.end(cut);
    else one.listener.hello(hello);
  });
  keeper.start();
  await pass(5 * 60_000);
  expect(count("look")).toBeGreaterThan(3);
  isCut = false;
  keeper.tryNow();
  told.length = 0;
  for (let minute = 0; minute < 20; minute += 1) {
    await pass(20_000);
    last().listener.heard();
  }
  expect(told).toEqual([]);
});

test("a person with too many panes waits as long as the service says, and looks by itself", async () => {
  const { keeper, streams, count, pass } = keeping((one) =>
    one.end({ ok: false, failure: { code: "too-many-requests", retryAfter: 120 } }),
  );
  keeper.start();
  await pass(119_000);
  expect(streams).toHaveLength(1);
  expect(count("look")).toBeGreaterThan(0);
  await pass(2_000);
  expect(streams).toHaveLength(2);
});

test("an ended session is doubted, and asked for no more until somebody signs in", async () => {
  const { keeper, streams, told, pass } = keeping((one) =>
    one.end({ ok: false, failure: { code: "unauthenticated" } }),
  );
  keeper.start();
  await pass(3_600_000);
  expect(told).toEqual(["doubt"]);
  expect(streams).toHaveLength(1);
  keeper.stop();
  keeper.start();
  await pass(1);
  expect(streams).toHaveLength(2);
});

test("once stopped nothing is heard, asked or waited for", async () => {
  const { keeper, last, told, pass, waiting } = keeping();
  keeper.start();
  const { listener, signal } = last();
  keeper.stop();
  expect(signal.aborted).toBe(true);
  listener.hello(hello);
  listener.changed({ sheets: ["visits"] });
  await pass(3_600_000);
  expect(told).toEqual([]);
  expect(waiting).toBe(0);
});
