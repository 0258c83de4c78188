import { expect, test } from "vitest";
import type { LiveBye, LiveHello } from "../../../shared/contract/live.ts";
import { runStream, type EventSink } from "../../../server/live/run-stream.ts";

const hello: LiveHello = { epoch: "e", schema: "s", role: "advisor" };

/** A reader whose appetite the test decides. */
function reader({ takes = () => Promise.resolve() }: { readonly takes?: () => Promise<void> } = {}) {
  const events: string[] = [];
  let leave = () => {};
  let isCut = false;
  const sink: EventSink = {
    async event(name, content) {
      await takes();
      events.push(
        `${name} ${"sheets" in content ? content.sheets.join(" ") : "why" in content ? content.why : ""}`.trim(),
      );
    },
    beat: takes,
    onGone: (act) => (leave = act),
    cut: () => (isCut = true),
  };
  return { sink, events, leave: () => leave(), wasCut: () => isCut };
}

interface Run {
  readonly patience?: number;
  readonly mayGoOn?: () => Promise<LiveBye["why"] | undefined>;
}

function run(sink: EventSink, { patience = 1_000, mayGoOn = async () => undefined }: Run = {}) {
  let tell: (records: ReadonlySet<string>) => void = () => {};
  let end: (why: LiveBye["why"]) => void = () => {};
  const ended = runStream(sink, {
    hello,
    times: { beat: 5, gather: 0, patience },
    listen: async (told) => void (tell = told),
    onEnd: (ending) => (end = ending),
    mayGoOn,
  });
  return {
    ended,
    tell: (...records: string[]) => tell(new Set(records)),
    end: (why: LiveBye["why"]) => end(why),
  };
}

test("what is told while a reader is slow waits as one notice", async () => {
  let isOpen = true;
  const waiting: (() => void)[] = [];
  const slow = reader({
    takes: () => (isOpen ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  });
  const stream = run(slow.sink);
  await expect.poll(() => slow.events).toEqual(["hello"]);
  isOpen = false;
  await expect.poll(() => waiting.length).toBe(1);
  for (let count = 0; count < 1_000; count += 1) stream.tell("visits", "sales");
  isOpen = true;
  for (const go of waiting) go();
  await expect.poll(() => slow.events).toEqual(["hello", "changed visits sales"]);
  stream.end("stopping");
  await stream.ended;
  expect(slow.events.at(-1)).toBe("bye stopping");
});

test("a reader who takes nothing is given up", async () => {
  const stuck = reader({ takes: () => new Promise(() => {}) });
  await run(stuck.sink, { patience: 5 }).ended;
  expect(stuck.wasCut()).toBe(true);
});

test("a reader who left is written to no more", async () => {
  const gone = reader();
  const stream = run(gone.sink);
  await expect.poll(() => gone.events).toEqual(["hello"]);
  gone.leave();
  await stream.ended;
  expect(gone.events).toEqual(["hello"]);
});

test("whoever has another role by now is told nothing by the old one", async () => {
  const role: { answer?: LiveBye["why"] } = {};
  const other = reader();
  const stream = run(other.sink, { mayGoOn: async () => role.answer });
  await expect.poll(() => other.events).toEqual(["hello"]);
  role.answer = "role-changed";
  stream.tell("claims");
  await stream.ended;
  expect(other.events).toEqual(["hello", "bye role-changed"]);
});
