import type { IMutationInfo, IUndoRedoItem, IUndoRedoService } from "@univerjs/presets";

export interface UndoStep {
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

  constructor(service: IUndoRedoService, unitId: string) {
    this.#service = service;
    this.#unitId = unitId;
    const push = service.pushUndoRedo.bind(service);
    service.pushUndoRedo = (item) => {
      if (this.#gathering && item.unitID === unitId) this.#gathering.push(item);
      else push(item);
    };
  }

  /** Starts a step; `finish` pushes it. Steps do not nest: an inner one joins the outer. */
  begin(): UndoStep {
    if (this.#gathering) return { finish: () => false };
    const gathering: IUndoRedoItem[] = [];
    this.#gathering = gathering;
    return {
      finish: (keep) => {
        this.#gathering = undefined;
        if (keep && gathering.length) this.#service.pushUndoRedo(merged(this.#unitId, gathering));
        return gathering.length > 0;
      },
    };
  }

  /** Adds what was done and how to undo it, both in the order of execution. */
  push(redoMutations: IMutationInfo[], undoMutations: IMutationInfo[]): void {
    this.#service.pushUndoRedo({ unitID: this.#unitId, redoMutations, undoMutations });
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
