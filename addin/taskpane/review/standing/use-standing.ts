import { useState } from "react";
import type { Command } from "../../session/SessionProvider.tsx";
import { useActs } from "../../session/SessionProvider.tsx";
import type { StandingReport } from "../../../sync/status-session.ts";
import { leftText } from "../../text/status-text.ts";

/** Runs what changes how rows stand, and says what came of it. */
export function useStanding(): {
  readonly said: string;
  readonly act: (command: Command<StandingReport>, done: (count: number) => string) => Promise<boolean>;
} {
  const { run } = useActs();
  const [said, setSaid] = useState("");
  return {
    said,
    async act(command, done) {
      setSaid("");
      const outcome = await run(command);
      if (!outcome.ok) return false;
      const changed = outcome.value.done > 0 ? done(outcome.value.done) : "";
      setSaid([changed, leftText(outcome.value)].filter((text) => text !== "").join(" "));
      return true;
    },
  };
}
