/** How a request of the add-in can be made to go wrong. */
export type InjectedFailure =
  /** Excel refuses it: nothing is done, the error code comes back. */
  | { kind: "refused"; code: string; message?: string }
  /** Excel does it, but answers with the error: the add-in cannot know that it was done. */
  | { kind: "done-but-failed"; code: string; message?: string }
  /** Excel does it and never answers. */
  | { kind: "never-answered" };

interface Planned {
  failure: InjectedFailure;
  skip: number;
  left: number;
}

/** Failures waiting for the requests they will hit. */
export class Failures {
  readonly #planned: Planned[] = [];

  /** Makes the next `times` requests fail, after letting `skip` of them through. */
  failNext(failure: InjectedFailure, { times = 1, skip = 0 } = {}): void {
    this.#planned.push({ failure, skip, left: times });
  }

  clear(): void {
    this.#planned.length = 0;
  }

  /** The failure that the request now arriving meets, if any. */
  take(): InjectedFailure | undefined {
    const plan = this.#planned[0];
    if (!plan) return undefined;
    if (plan.skip > 0) {
      plan.skip -= 1;
      return undefined;
    }
    plan.left -= 1;
    if (plan.left === 0) this.#planned.shift();
    return plan.failure;
  }
}
