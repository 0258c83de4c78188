import { createClient } from "@libsql/client";
import fc from "fast-check";
import { defineAction } from "../actions/action.ts";
import { which, who } from "../actions/chosen.ts";
import { typeSomething } from "../actions/something-to-send.ts";

/** How long a lock lasts that the service outwaits, in milliseconds. */
const brief = 150;

/**
 * Another process holds the write lock of the database file while somebody synchronises: for a moment, or for so long
 * that the service gives up and has to be started again.
 */
export const outsideLock = defineAction({
  kind: "outside-lock",
  weight: 2,
  choices: fc.record({ who, typed: which, length: fc.nat({ max: 11 }) }),
  async perform(world, { who: desk, typed, length }) {
    const place = await world.desk(desk);
    await typeSomething(world, place, typed);
    const lasts = length === 11;
    const client = createClient({ url: `file:${world.service.database}`, concurrency: 1 });
    const transaction = await client.transaction("write");
    try {
      await transaction.execute("UPDATE meta SET value = value WHERE key = 'commits'");
      const released = lasts ? undefined : later(brief).then(() => transaction.rollback());
      await place.synchronise();
      // A connection that is closed before its transaction has ended holds the lock until it is collected.
      await (released ?? transaction.rollback());
    } finally {
      client.close();
    }
    world.hit(lasts ? "outside-lock-long" : "outside-lock-brief");
  },
});

const later = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
