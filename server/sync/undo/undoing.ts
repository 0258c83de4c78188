import type { KeptRow } from "../../../shared/contract/undo.ts";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Judge } from "../decide-row.ts";
import type { PushStore, RowChange } from "../push-store.ts";

/** What taking back a sending works with. */
export interface Undoing {
  readonly store: PushStore;
  readonly judge: Judge;
  readonly by: { readonly id: string; readonly at: string };
  readonly reason: string;
  readonly versionAfter: (version: number) => number;
  record(id: string): Sheet | undefined;
}

/** What becomes of some rows: the changes, and those that stay. */
export interface Part {
  readonly changes: readonly RowChange[];
  readonly kept: readonly KeptRow[];
}
