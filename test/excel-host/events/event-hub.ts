import { eventText } from "../protocol/messages.ts";

/** `eventType` beside each event in Office.js. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  rowHiddenChanged: 22,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** The target of events of the whole workbook. */
export const WORKBOOK_TARGET = "Workbook";

interface Raised {
  number: number;
  targets: readonly string[];
  args: object;
}

/** Keeps which events the library listens to and hands it those that happen, after the reply of their cause. */
export class EventHub {
  readonly #registered = new Map<string, number>();
  readonly #raised: Raised[] = [];
  /** Told of each event raised. */
  onRaised: () => void = () => undefined;

  register(number: number, target: string): void {
    const key = `${number} ${target}`;
    this.#registered.set(key, (this.#registered.get(key) ?? 0) + 1);
  }

  unregister(number: number, target: string): void {
    const key = `${number} ${target}`;
    this.#registered.set(key, Math.max(0, (this.#registered.get(key) ?? 0) - 1));
  }

  /** Notes an event for those who listen now; one just like the last is the same event told twice. */
  raise(number: number, targets: readonly string[], args: object): void {
    const listening = targets.filter((target) => this.#registered.get(`${number} ${target}`));
    const last = this.#raised.at(-1);
    const isTold = last?.number === number && JSON.stringify(last.args) === JSON.stringify(args);
    if (!listening.length || isTold) return;
    this.#raised.push({ number, targets: listening, args });
    this.onRaised();
  }

  get pending(): boolean {
    return this.#raised.length > 0;
  }

  /** Takes what happened since, as messages for the library. */
  takeMessages(): string[] {
    return this.#raised
      .splice(0)
      .flatMap(({ number, targets, args }) => targets.map((target) => eventText(number, target, args)));
  }
}
