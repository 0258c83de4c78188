import type { CommandFailure } from "../session.ts";

/** What passes by itself: no network, or a service that has no time or is being restarted. */
const passing: ReadonlySet<string> = new Set<CommandFailure["code"]>([
  "offline",
  "unavailable",
  "busy",
  "too-many-requests",
]);

export const isPassing = ({ code }: CommandFailure): boolean => passing.has(code);

/** Seconds after which the service wants to be asked again, where it said so. */
export const retryAfterOf = (failure: CommandFailure): number | undefined =>
  "retryAfter" in failure ? failure.retryAfter : undefined;
