import { useSyncExternalStore } from "react";

/** How often relative times are written again, in milliseconds. */
const step = 20_000;

/** The current moment, renewed as time passes so that no «hace 2 min» grows old. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, current);
}

let now = new Date();

/** The same object until a step has passed, as React requires of a snapshot. */
function current(): Date {
  if (Date.now() - now.getTime() >= step) now = new Date();
  return now;
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, step);
  return () => clearInterval(timer);
}
