import type { Batch } from "./messages.ts";

interface Planned {
  readonly member: string;
  readonly act: () => void;
}

/** What somebody does at the sheet in the instant before a request of the add-in is carried out. */
export class Interjections {
  #planned: readonly Planned[] = [];

  /** Acts before the next request that calls or sets a member with this name, such as `Delete` or `Values`. */
  before(member: string, act: () => void): void {
    this.#planned = [...this.#planned, { member, act }];
  }

  /** Told of each request that is about to be carried out. */
  arrived({ Actions }: Batch): void {
    const names = new Set(Actions.filter(({ ActionType }) => ActionType > 2).map(({ Name }) => Name));
    const due = this.#planned.filter(({ member }) => names.has(member));
    this.#planned = this.#planned.filter((one) => !due.includes(one));
    for (const { act } of due) act();
  }
}
