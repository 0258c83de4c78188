import { expect, test } from "vitest";
import type { LeaseAnswer, LeaseRequest } from "../../../../shared/contract/lease.ts";
import { createLease } from "../../../../addin/sync/pane/lease.ts";
import { fakeTime } from "../live/fake-time.ts";

function leasing(answers: readonly LeaseAnswer[]) {
  const time = fakeTime();
  const asked: LeaseRequest[] = [];
  const lease = async (request: LeaseRequest) => {
    const value = answers[asked.push(request) - 1] ?? { result: "released" as const };
    return { ok: true, value } as const;
  };
  const deps = { api: { live: { lease } }, schedule: time.schedule };
  return { asked, pass: time.pass, lease: createLease({ deps, memory: { file: "libro" } }, "pane") };
}

const held = { result: "held", seconds: 30 } as const;
const taken = { result: "taken", by: "Luis Peña", seconds: 30 } as const;

test("a lease that went to another pane during the work is not given back", async () => {
  const { asked, pass, lease } = leasing([held, taken]);
  await lease.take();
  await lease.during(() => pass(16_000));
  await lease.release();
  expect(asked.map(({ release }) => release ?? false)).toEqual([false, false]);
});

test("a lease that came during the work is given back", async () => {
  const { asked, pass, lease } = leasing([taken, held]);
  await lease.take();
  await lease.during(() => pass(16_000));
  await lease.release();
  expect(asked.at(-1)).toMatchObject({ release: true });
});
