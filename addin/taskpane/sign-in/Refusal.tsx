import type { CommandFailure } from "../../sync/session.ts";
import { reloadPane } from "../frame/reload-pane.ts";
import { Bar } from "../parts/Bar.tsx";
import { es } from "../text/es.ts";
import { failureText } from "../text/failure-sentences.ts";

interface RefusalProps {
  readonly failure: CommandFailure;
  /** That a locked-out person still has to wait. */
  readonly seconds: number;
}

/** Why somebody did not come in. */
export function Refusal({ failure, seconds }: RefusalProps) {
  // That the session ended is what the view itself says.
  if (failure.code === "unauthenticated" || (failure.code === "locked-out" && seconds === 0)) return null;
  const shown: CommandFailure = failure.code === "locked-out" ? { ...failure, seconds } : failure;
  const { sentence, wayOut } = failureText(shown);
  const act = wayOut === "reload" ? { label: es.wayOut.reload, onAct: reloadPane } : undefined;
  return <Bar sentence={sentence} intent="warning" act={act} />;
}
