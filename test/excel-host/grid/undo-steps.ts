import type { IMutationInfo, IUndoRedoItem, IUndoRedoService } from "@univerjs/presets";

export interface UndoStep {
  /** Does some work of the step. */
  run: <T>(work: () => T) => T;
  /** Ends the step, on the stack or dropped; tells whether there was anything to undo. */
  finish: (keep: boolean) => boolean;
}

/**
 * Turns everything that happens inside one act of a person, or one request of the add-in, into one step of Univer's
 * undo stack. Univer's own batching keeps undo mutations in the order they were done, which undoes them wrongly.
 */
export class UndoSteps {
  readonly #service: IUndoRedoService;
  readonly #unitId: string;
  #gathering: IUndoRedoItem[] | undefined;
  #ended = false;

  constructor(service: IUndoRedoService, unitId: string) {
    this.#service = service;
    this.#unitId = unitId;
  }

  /** Starts a step. While its work runs, and only then, what is done belongs to it: a request may pause in between. */
  begin(): UndoStep {
    const gathered: IUndoRedoItem[] = [];
    return {
      run: (work) => this.#gather(gathered, work),
      finish: (keep) => {
        this.#ended ||= gathered.length > 0;
        if (keep && gathered.length) this.#service.pushUndoRedo(merged(this.#unitId, gathered));
        return gathered.length > 0;
      },
    };
  }

  /** Whether anybody did anything that could be undone, here or in Univer's own interface. */
  get hasSteps(): boolean {
    return this.#ended || this.#service.pitchTopUndoElement() !== null;
  }

  /** Adds what was done and how to undo it, both in the order of execution. */
  push(redoMutations: IMutationInfo[], undoMutations: IMutationInfo[]): void {
    const item = { unitID: this.#unitId, redoMutations, undoMutations };
    if (this.#gathering) this.#gathering.push(item);
    else this.#service.pushUndoRedo(item);
  }

  #gather<T>(gathered: IUndoRedoItem[], work: () => T): T {
    const before = this.#gathering;
    this.#gathering = gathered;
    try {
      return work();
    } finally {
      this.#gathering = before;
    }
  }

  /** What Excel does on an API write where the add-in's writes cannot be undone. */
  forget(): void {
    this.#service.clearUndoRedo(this.#unitId);
  }
}

const merged = (unitID: string, items: IUndoRedoItem[]): IUndoRedoItem => ({
  unitID,
  redoMutations: items.flatMap(({ redoMutations }) => redoMutations),
  undoMutations: items.toReversed().flatMap(({ undoMutations }) => undoMutations),
});
