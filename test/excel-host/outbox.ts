import type { EventHub } from "./events/event-hub.ts";

/** Hands messages to the library: replies at once, events a moment later and never before the reply of their cause. */
export class Outbox {
  readonly #events: EventHub;
  #listeners: ((text: string) => void)[] = [];
  #answering = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];

  constructor(events: EventHub) {
    this.#events = events;
    events.onRaised = () => this.#schedule();
  }

  readonly onMessage = (listener: (text: string) => void): void => {
    this.#listeners.push(listener);
  };

  /** Runs the answering of a request; its events wait for the reply. */
  async answer(answering: () => Promise<string | undefined>): Promise<void> {
    this.#answering += 1;
    try {
      const reply = await answering();
      if (reply !== undefined) this.#send(reply);
    } finally {
      this.#answering -= 1;
      if (this.#events.pending) this.#schedule();
    }
  }

  /** Resolves when every event raised so far was handed over. */
  async drained(): Promise<void> {
    while (this.#events.pending || this.#timer !== undefined)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listeners = [];
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#deliver(), 0);
  }

  #deliver(): void {
    this.#timer = undefined;
    if (this.#answering) return;
    for (const message of this.#events.takeMessages()) this.#send(message);
    for (const go of this.#waiting.splice(0)) go();
  }

  #send(text: string): void {
    for (const listener of this.#listeners) listener(text);
  }
}
