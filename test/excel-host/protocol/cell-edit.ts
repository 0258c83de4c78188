/** Whether somebody is typing in a cell. Excel takes no requests then, unless they asked to wait. */
export class CellEdit {
  #waiting: (() => void)[] = [];
  #active = false;

  get active(): boolean {
    return this.#active;
  }

  enter(): void {
    this.#active = true;
  }

  leave(): void {
    this.#active = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Resolves when nobody is typing. */
  async over(): Promise<void> {
    while (this.#active) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
