import { emptyState } from "../../excel-host/state/state.ts";
import type { State } from "../../excel-host/state/state.ts";

/** Univer's commands, as far as following the host needs them. */
interface Commands {
  syncExecuteCommand: (id: string, params?: object) => unknown;
  onCommandExecuted: (listener: (command: Readonly<{ id: string; params?: unknown }>) => void) => {
    dispose: () => void;
  };
}

/** The host changes its state by a mutation of this name (test/excel-host/grid/book.ts). */
const setState = "excel-host.mutation.set-state";

/** The host's state, followed from outside. */
export interface FollowedState {
  current: () => State;
  dispose: () => void;
}

/** Gives the host its first state and calls `changed` after each act that changed it, once however often it did. */
export function followState(
  commands: Commands,
  unitId: string,
  first: State,
  changed: (state: State) => void,
): FollowedState {
  let state = emptyState();
  let isTold = true;
  const tell = () => {
    isTold = true;
    changed(state);
  };
  const listening = commands.onCommandExecuted(({ id, params }) => {
    if (id !== setState || !isChange(params, unitId)) return;
    state = { ...state, ...params.change };
    if (isTold) queueMicrotask(tell);
    isTold = false;
  });
  commands.syncExecuteCommand(setState, { unitId, change: first });
  return { current: () => state, dispose: () => listening.dispose() };
}

function isChange(params: unknown, unitId: string): params is { change: Partial<State> } {
  return typeof params === "object" && params !== null && "unitId" in params && params.unitId === unitId;
}
