import { undoLimits } from "../../shared/contract/undo.ts";
import { newId } from "./reference.ts";

/**
 * The acts as which one sending is kept. What is sent together is taken back together, as far as one act may have rows:
 * then another begins, so that each can be taken back.
 */
export interface SendingActs {
  /** The act of the rows that go next. */
  next(rows: number): string;
  /** Some rows of the act are kept by the service. */
  kept(act: string): void;
  /** Acts of which rows are kept, oldest first. */
  readonly all: readonly string[];
}

export function createSendingActs(): SendingActs {
  const kept = new Set<string>();
  let act = newId();
  let room: number = undoLimits.rows;
  return {
    next(rows) {
      if (rows > room) {
        act = newId();
        room = undoLimits.rows;
      }
      room -= rows;
      return act;
    },
    kept: (saved) => void kept.add(saved),
    get all() {
      return [...kept];
    },
  };
}
