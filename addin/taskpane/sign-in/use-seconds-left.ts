import { useEffect, useState } from "react";
import type { CommandFailure } from "../../sync/session.ts";

/** The seconds that a locked-out person still has to wait, counting down; 0 for everybody else. */
export function useSecondsLeft(failure: CommandFailure | null): number {
  const [left, setLeft] = useState({ failure, seconds: secondsOf(failure) });
  const seconds = left.failure === failure ? left.seconds : secondsOf(failure);
  useEffect(() => {
    const total = secondsOf(failure);
    if (total === 0) return undefined;
    const end = Date.now() + total * 1_000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((end - Date.now()) / 1_000));
      setLeft({ failure, seconds: rest });
      if (rest === 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  }, [failure]);
  return seconds;
}

const secondsOf = (failure: CommandFailure | null): number =>
  failure?.code === "locked-out" ? failure.seconds : 0;
