import { noLive } from "../live-session.ts";
import { noSendings } from "../undo-session.ts";
import { noStatuses } from "../status-session.ts";
import type { PaneState } from "../session.ts";

/** The state that views read and listen to. */
export interface Store {
  get(): PaneState;
  set(change: Partial<PaneState>): void;
  subscribe(listener: () => void): () => void;
}

const initial: PaneState = {
  phase: "starting",
  me: null,
  workbookRead: false,
  connection: "online",
  activity: { kind: "idle" },
  links: [],
  issues: [],
  conflicts: [],
  vanished: [],
  tables: [],
  glance: null,
  selection: null,
  lastSync: null,
  failure: null,
  canRetry: false,
  examination: null,
  repairs: [],
  reasonsMissing: [],
  load: null,
  attachments: null,
  cellHistory: null,
  ...noSendings,
  settings: null,
  directory: null,
  ...noStatuses,
  ...noLive,
  staff: null,
  staffSessions: null,
};

export function createStore(): Store {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
