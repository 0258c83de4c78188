/** What a session that keeps in touch with the service by itself is made of, beside what every session is. */
export interface LiveDeps {
  /** From 0 to 1: many panes do not do the same in the same moment. */
  readonly random: () => number;
  /** Calls when the computer says that it has a network again. Gives what ends that. */
  readonly onOnline: (listener: () => void) => () => void;
}
