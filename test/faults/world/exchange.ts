/** A request of somebody and what the service answered, whether they ever got to know it or not. */
export interface Exchange {
  /** The place among all exchanges of the schedule. */
  readonly order: number;
  /** The number of the service's history that went on then. */
  readonly history: number;
  readonly desk: string;
  readonly person: string;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  /** Undefined where no answer came back from the service. */
  readonly status: number | undefined;
  readonly answer: string;
  /** Whether the whole answer reached the person. */
  readonly delivered: boolean;
}

/** A request as it can be sent again. */
export interface Letter {
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly token: string | null;
  readonly person: string;
  readonly desk: string;
}
