import { mountPane } from "../../../../addin/taskpane/mount.tsx";
import { createFixtureSession, type FixtureSession } from "./fixture-session.ts";
import { states, type StateName } from "./states.ts";

declare global {
  interface Window {
    /** Draws the pane anew, in a state. */
    show(name: StateName): void;
    /** The session of the pane that is shown, for tests. */
    session: FixtureSession;
  }
}

const found = document.querySelector("#root");
if (!found) throw new Error("the gallery has no #root");
const root: Element = found;

let takeAway = () => {};

window.show = (name) => {
  takeAway();
  const state = states[name];
  const wrong = state.issues.filter(({ issue }) => issue.severity === "error").length;
  window.session = createFixtureSession(state, { wrong });
  takeAway = mountPane(root, window.session);
};
