import { LibsqlError } from "@libsql/client";
import { expect, test } from "vitest";
import { troubleOf } from "../../../server/db/failures.ts";

const errorWith = (code: string) => new LibsqlError("the database says no", code);

test.each([
  "HRANA_CLOSED_ERROR",
  "HRANA_WEBSOCKET_ERROR",
  "HRANA_PROTO_ERROR",
  "SERVER_ERROR",
  "SQLITE_FULL",
])("%s passes: whoever asked may ask again", (code) => expect(troubleOf(errorWith(code))).toBe("passing"));

test.each(["SQLITE_BUSY", "SQLITE_BUSY_SNAPSHOT", "SQLITE_IOERR_WRITE", "SQLITE_CORRUPT"])(
  "after %s the connection is not to be trusted",
  (code) => expect(troubleOf(errorWith(code))).toBe("fatal"),
);

test("a refused constraint means that the decision is stale, and a mistake of ours is none of these", () => {
  expect(troubleOf(errorWith("SQLITE_CONSTRAINT_PRIMARYKEY"))).toBe("stale");
  expect(troubleOf(errorWith("SQLITE_ERROR"))).toBeUndefined();
  expect(troubleOf(new TypeError("fetch failed"))).toBe("passing");
  expect(troubleOf(new TypeError("x is not a function"))).toBeUndefined();
});
