import { mountPane } from "../../../../addin/taskpane/mount.tsx";
import type { PaneState } from "../../../../addin/sync/session.ts";
import { createFixtureSession, type FixtureSession } from "./fixture-session.ts";
import { states } from "./states.ts";

declare global {
  interface Window {
    /** The session of the pane, for tests. */
    session: FixtureSession;
  }
}

/** The pane in the state that the address names: `#mistakes`. */
const name = window.location.hash.slice(1);
const known: Readonly<Record<string, PaneState>> = states;
const state = known[name];
const root = document.querySelector("#root");
if (!state || !root) throw new Error(`the gallery has no state "${name}"`);

const wrong = state.issues.filter(({ issue }) => issue.severity === "error").length;
window.session = createFixtureSession(state, { wrong });
mountPane(root, window.session);
