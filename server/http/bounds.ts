/** How much the service takes on; who asks for more is told to come back. */
export interface Bounds {
  /** Requests of one person within a minute; ten times as many from one address. */
  readonly requestsPerMinute: number;
  /** Those of them that write, or that read a whole record or year. */
  readonly costlyPerMinute: number;
  /** Requests under way at once: of everybody, and of one person. */
  readonly atOnce: number;
  readonly atOnceOfPerson: number;
  /** Sign-ins under way at once: judging a password takes tens of megabytes and much of a core, on purpose. */
  readonly signInsAtOnce: number;
  /** Those of them from one address: one that asks for all leaves the others some. */
  readonly signInsAtOnceOfAddress: number;
  /** Bodies on their way from one address that nobody who is known has sent; of all, half of `atOnce`. */
  readonly unknownBodiesOfAddress: number;
  /** Milliseconds within which such a body is there: it is short, and much else may wait for its place. */
  readonly unknownBodyWait: number;
}

/**
 * A pane asks a few times a minute, and some hundred times in a first load of a whole company. An office shares one
 * address.
 */
export const usualBounds: Bounds = {
  requestsPerMinute: 1_200,
  costlyPerMinute: 600,
  atOnce: 256,
  atOnceOfPerson: 32,
  signInsAtOnce: 8,
  signInsAtOnceOfAddress: 4,
  unknownBodiesOfAddress: 16,
  unknownBodyWait: 5_000,
};
