import { useState } from "react";
import type { PersonAct } from "../../../shared/contract/people.ts";
import type { PaneCommands } from "../../sync/session.ts";
import type { ActOutcome } from "../../sync/people-session.ts";
import { Bar } from "../parts/Bar.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { peopleText } from "../text/people-text.ts";

type Result = PersonAct["result"];

/** Something that is done about a person, and what became of it. */
export interface RunningAct {
  readonly result: Result | null;
  /** True where it was done. */
  run(act: (commands: PaneCommands) => ActOutcome): Promise<boolean>;
}

export function usePersonAct(): RunningAct {
  const { run } = useActs();
  const [result, setResult] = useState<Result | null>(null);
  return {
    result,
    async run(act) {
      const outcome = await run(act);
      if (outcome.ok) setResult(outcome.value.result);
      return outcome.ok && outcome.value.result === "done";
    },
  };
}

/** Why nothing was done, where nothing was. */
export function PersonActBar({ result }: Pick<RunningAct, "result">) {
  if (result === null || result === "done") return null;
  return <Bar sentence={peopleText.results[result]} intent="warning" />;
}
