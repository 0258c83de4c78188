import { useRef, useState } from "react";
import { Bar } from "../parts/Bar.tsx";
import { useActs, type Command } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { repairText } from "../text/repair-text.ts";

/** Cells that were mended, and those that were left alone because they say something else by now. */
interface Repaired {
  readonly cells: number;
  readonly left?: number;
}

/** Repairs, one at a time, and what the last one did. */
export interface Repairing {
  /** What the last repair did; null where nothing is to be told. */
  readonly done: Repaired | null;
  repair(command: Command<Repaired>): void;
  dismiss(): void;
}

export function useRepairing(): Repairing {
  const { run } = useActs();
  const [done, setDone] = useState<Repaired | null>(null);
  const isRepairing = useRef(false);
  const repair = async (command: Command<Repaired>) => {
    // A second click would repair what the first one is about to change.
    if (isRepairing.current) return;
    isRepairing.current = true;
    setDone(null);
    const outcome = await run(command).finally(() => (isRepairing.current = false));
    if (outcome.ok) setDone(outcome.value);
  };
  return { done, repair: (command) => void repair(command), dismiss: () => setDone(null) };
}

/** Tells what was repaired, and that Excel takes it back. */
export function RepairedBar({ repairing: { done, dismiss } }: { readonly repairing: Repairing }) {
  const { cells, left = 0 } = done ?? { cells: 0 };
  const sentences = [
    ...(cells > 0 ? [repairText.repaired(cells)] : []),
    ...(left > 0 ? [es.review.left(left)] : []),
  ];
  if (sentences.length === 0) return null;
  return <Bar sentence={sentences.join(" ")} intent="info" onDismiss={dismiss} />;
}
