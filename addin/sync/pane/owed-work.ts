import type { Memory } from "./memory.ts";
import { isOtherHistory } from "./other-history.ts";

/** What a pane has to send without being asked again. */
export interface OwedWork {
  /** A command that was to send rows did not get through, or there was no connection to ask with. */
  readonly isOwed: boolean;
  /** The service goes on from a backup: what this workbook shows and it lost is found out by a whole synchronisation. */
  readonly isRestored: boolean;
  owe(): void;
  /** What a restored service lost was sent once already: it is owed to it again. Tells whether it is. */
  oweAnew(epoch: string): boolean;
  /** It is not sent without somebody asking for it again. */
  drop(): void;
  /** Nothing is owed any more. */
  settle(): void;
}

export function createOwedWork(memory: Memory): OwedWork {
  let [isOwed, isRestored] = [false, false];
  return {
    get isOwed() {
      return isOwed;
    },
    get isRestored() {
      return isRestored;
    },
    owe: () => void (isOwed = true),
    oweAnew(epoch) {
      const isAnother = isOtherHistory(memory, epoch);
      isOwed ||= isAnother;
      isRestored ||= isAnother;
      return isAnother;
    },
    drop: () => void (isOwed = false),
    settle: () => void ([isOwed, isRestored] = [false, false]),
  };
}
