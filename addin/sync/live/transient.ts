import type { CommandFailure } from "../session.ts";

/** What passes by itself: no network, or a service that has no time or is being restarted. */
const passing: ReadonlySet<string> = new Set<CommandFailure["code"]>([
  "offline",
  "unavailable",
  "busy",
  "too-many-requests",
]);

export const isPassing = ({ code }: CommandFailure): boolean => passing.has(code);

/** What no waiting mends: the person signs in again, or loads the pane anew. */
export const isLasting = ({ code }: CommandFailure): boolean =>
  code === "unauthenticated" || code === "schema-changed";

/** What stands in the way of whatever else would be asked, not of these rows alone. */
export const stopsAll = (failure: CommandFailure): boolean =>
  isPassing(failure) || isLasting(failure) || failure.code === "internal";

/** Seconds after which the service wants to be asked again, where it said so. */
export const retryAfterOf = (failure: CommandFailure): number | undefined =>
  "retryAfter" in failure ? failure.retryAfter : undefined;
