import { referenceId } from "./excel-object.ts";
import type { ExcelObject } from "./excel-object.ts";
import { invalidObjectPath } from "./host-error.ts";

/** Objects that the library keeps across batches, by the reference id it was given. */
export class References {
  readonly #kept = new Map<string, ExcelObject>();
  #next = 1;

  /** Keeps an object; keeping it again changes nothing. Gives null, as the call does. */
  keep(object: ExcelObject): null {
    if (object[referenceId] === undefined) {
      object[referenceId] = `ref-${this.#next++}`;
      this.#kept.set(object[referenceId], object);
    }
    return null;
  }

  /** The kept object; `InvalidObjectPath` if it was released. */
  get(id: string): ExcelObject {
    const found = this.#kept.get(id);
    if (!found) throw invalidObjectPath(id);
    return found;
  }

  release(id: string): void {
    const found = this.#kept.get(id);
    if (found) found[referenceId] = undefined;
    this.#kept.delete(id);
  }

  /** Everything kept now: ranges among it move when rows and columns are inserted or removed. */
  all(): Iterable<ExcelObject> {
    return this.#kept.values();
  }
}
