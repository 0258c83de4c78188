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

/** What a pane shows that nobody works with: nothing of one person is the next one's to see. */
export const noPerson = {
  me: null,
  workbookRead: false,
  links: [],
  issues: [],
  conflicts: [],
  vanished: [],
  tables: [],
  glance: null,
  selection: null,
  lastSync: null,
  examination: null,
  repairs: [],
  reasonsMissing: [],
  load: null,
  attachments: null,
  cellHistory: null,
  ...noSendings,
  settings: null,
  ...noStatuses,
  staff: null,
  staffSessions: null,
} satisfies Partial<PaneState>;

const initial: PaneState = {
  phase: "starting",
  connection: "online",
  activity: { kind: "idle" },
  failure: null,
  canRetry: false,
  directory: null,
  ...noLive,
  ...noPerson,
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
