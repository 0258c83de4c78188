import { useRef, useState } from "react";
import { Bar } from "../parts/Bar.tsx";
import { useActs, type Command } from "../session/SessionProvider.tsx";
import { repairText } from "../text/repair-text.ts";

/** Repairs, one at a time, and how many cells the last one mended. */
export interface Repairing {
  /** Cells of the last repair; 0 where nothing is to be told. */
  readonly mended: number;
  repair(command: Command<{ readonly cells: number }>): void;
  dismiss(): void;
}

export function useRepairing(): Repairing {
  const { run } = useActs();
  const [mended, setMended] = useState(0);
  const isRepairing = useRef(false);
  const repair = async (command: Command<{ readonly cells: number }>) => {
    // A second click would repair what the first one is about to change.
    if (isRepairing.current) return;
    isRepairing.current = true;
    setMended(0);
    const outcome = await run(command).finally(() => (isRepairing.current = false));
    if (outcome.ok) setMended(outcome.value.cells);
  };
  return { mended, repair: (command) => void repair(command), dismiss: () => setMended(0) };
}

/** Tells what was repaired, and that Excel takes it back. */
export function RepairedBar({ repairing: { mended, dismiss } }: { readonly repairing: Repairing }) {
  if (mended === 0) return null;
  return <Bar sentence={repairText.repaired(mended)} intent="info" onDismiss={dismiss} />;
}
