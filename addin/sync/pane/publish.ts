import { datedRowLabel } from "../../../shared/model/row-label.ts";
import { canWrite, readableColumns } from "../../../shared/model/access.ts";
import { nowhere } from "../../excel/place.ts";
import { reasonsMissing } from "../reasons.ts";
import { cellConflicts, cellIssues, summarise } from "../summaries.ts";
import type { LinkState, Reader } from "../link-state.ts";
import { returnedRows } from "../chosen-rows.ts";
import { chosenNow } from "./choose-rows.ts";
import { repairsOf } from "../sheet-repairs.ts";
import type { TableSummary, VanishedRow } from "../session.ts";
import { vanishedIds } from "../vanished.ts";
import { readerOf, type Memory, type PaneDeps } from "./memory.ts";
import { noPerson, type Store } from "./store.ts";

/** Shows the links, remarks and tables as the memory has them. */
export function publish(store: Store, memory: Memory, deps: PaneDeps): void {
  const { me } = memory;
  if (!me) return store.set(noPerson);
  const states = [...memory.links.values()];
  const syncs = states.flatMap(({ link }) => (link.lastSync === null ? [] : [link.lastSync]));
  store.set({
    links: states.map((state) => summarise(state, me.person.role)),
    issues: states.flatMap(cellIssues),
    repairs: repairsOfAll(states, readerOf(memory, me, deps.now())),
    conflicts: states.flatMap(cellConflicts),
    vanished: vanishedRows(memory, deps),
    chosen: chosenNow(memory),
    returned: states.flatMap((state) =>
      returnedRows(state, readerOf(memory, me, deps.now()), me.person.name),
    ),
    reasonsMissing: states.flatMap(reasonsMissing),
    tables: tableSummaries(memory),
    // The oldest of them: everything is at least as fresh as the pane says.
    lastSync: syncs.toSorted()[0] ?? null,
  });
}

/** Whoever may not write a record has nothing to repair in it. */
function repairsOfAll(states: readonly LinkState[], reader: Reader) {
  return states
    .filter(({ sheet }) => canWrite(sheet, reader.person.role))
    .map((state) => repairsOf(state, reader))
    .filter(({ columns }) => columns.length > 0);
}

function vanishedRows(memory: Memory, { now }: PaneDeps): readonly VanishedRow[] {
  const { me } = memory;
  if (!me) return [];
  const { context } = readerOf(memory, me, now());
  return [...memory.links.values()].flatMap((state) => {
    const { link, sheet, shape } = state;
    if (!shape) return [];
    return vanishedIds(state).map((rowId) => {
      const row = memory.fetched.get(rowId);
      return {
        link: link.id,
        sheet: sheet.id,
        rowId,
        label: row ? datedRowLabel(sheet, row.values, context, readableColumns(sheet, me.person.role)) : "",
      };
    });
  });
}

function tableSummaries({ tables }: Memory): readonly TableSummary[] {
  return [...tables.values()].map(({ record, place }) => ({
    id: record.id,
    table: record.table,
    place: place ?? nowhere,
    months: record.months,
    refreshedAt: record.refreshedAt,
    missing: place === null,
  }));
}
