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

/** Repairs, one after the other in the order of the clicks, and what the last one did. */
export interface Repairing {
  /** What the last repair did; null where nothing is to be told. */
  readonly done: Repaired | null;
  /** `what` names the cells, so that nothing is repaired twice. */
  repair(what: string, command: Command<Repaired>): void;
  dismiss(): void;
}

export function useRepairing(): Repairing {
  const { run } = useActs();
  const [done, setDone] = useState<Repaired | null>(null);
  const waiting = useRef(new Map<string, Promise<void>>());
  const repair = (what: string, command: Command<Repaired>) => {
    // A second click on the same would repair what the first one is about to change.
    if (waiting.current.has(what)) return;
    const before = [...waiting.current.values()].at(-1) ?? Promise.resolve();
    const repaired = before
      .then(() => run(command))
      .then((outcome) => setDone(outcome.ok ? outcome.value : null))
      .finally(() => waiting.current.delete(what));
    waiting.current.set(what, repaired);
  };
  return { done, repair, dismiss: () => setDone(null) };
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
