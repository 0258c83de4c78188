import { expect, test } from "vitest";
import { DatabaseBusy } from "../../../server/db/failures.ts";
import { createWriteQueue } from "../../../server/db/write-queue.ts";

test("a full queue refuses more work without beginning it, and takes it once there is room", async () => {
  const queue = createWriteQueue(2);
  const done: number[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const work = (number: number) => () => gate.then(() => void done.push(number));
  const first = queue.run(work(1));
  const failing = queue.run(() => gate.then(() => Promise.reject(new Error("broken"))));
  await expect(queue.run(work(3))).rejects.toThrow(DatabaseBusy);
  open();
  await first;
  await expect(failing).rejects.toThrow("broken");
  await queue.run(work(4));
  expect(done).toEqual([1, 4]);
});
