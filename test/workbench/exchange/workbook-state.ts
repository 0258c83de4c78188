import { emptyState } from "../../excel-host/state/state.ts";
import type { State } from "../../excel-host/state/state.ts";
import type { Resources } from "../xlsx/resources.ts";
import { packResources, unpackResources } from "../xlsx/resources.ts";
import type { WorkbookSnapshot } from "../xlsx/snapshot.ts";
import { conditionalFormatsFromState, conditionalFormatsToState } from "./conditional-formats.ts";
import { namesFromState, namesToState } from "./names.ts";
import { tablesFromState, tablesToState } from "./tables.ts";
import { validationsFromState, validationsToState } from "./validations.ts";

/** A workbook in two parts: what Univer keeps itself, and what the host keeps apart because Excel does it otherwise. */
export interface SplitWorkbook {
  snapshot: WorkbookSnapshot;
  state: State;
}

/** Takes from a workbook what belongs to the host. Filters and notes stay with Univer. */
export function splitWorkbook(workbook: WorkbookSnapshot): SplitWorkbook {
  const resources = unpackResources(workbook.resources);
  const sheetIdOf = (name: string) => workbook.sheetOrder.find((id) => workbook.sheets[id]?.name === name);
  const eachSheet = <Item>(bySheet: Record<string, Item>) => Object.entries(bySheet);
  return {
    snapshot: { ...workbook, resources: packResources({ ...onlyUnivers(resources) }) },
    state: {
      ...emptyState(),
      tables: eachSheet(resources.tables).flatMap(([id, { tables }]) => tablesToState(id, tables)),
      names: namesToState(resources.names, sheetIdOf),
      validations: eachSheet(resources.validations).flatMap(([id, rules]) => validationsToState(id, rules)),
      conditionalFormats: eachSheet(resources.conditionalFormats).flatMap(([id, formats]) =>
        conditionalFormatsToState(id, formats),
      ),
    },
  };
}

/** Puts both parts together again, for a file. */
export function joinWorkbook({ snapshot, state }: SplitWorkbook): WorkbookSnapshot {
  const resources: Resources = {
    ...unpackResources(snapshot.resources),
    tables: tablesFromState(state.tables),
    names: namesFromState(state.names),
    validations: validationsFromState(state.validations),
    conditionalFormats: conditionalFormatsFromState(state.conditionalFormats),
  };
  return { ...snapshot, resources: packResources(resources) };
}

function onlyUnivers(resources: Resources): Resources {
  return { ...resources, tables: {}, names: {}, validations: {}, conditionalFormats: {} };
}
