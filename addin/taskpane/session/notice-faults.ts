import type { PaneSession } from "../../sync/session.ts";

/**
 * Shows what failed outside of any command and of any drawing, so that a bug is not silent; gives what stops it. Events
 * without an error are no failures of the pane: notices of the browser, and scripts of other origins.
 */
export function noticeFaults({ commands }: PaneSession): () => void {
  const onError = ({ error }: ErrorEvent) => {
    if (error instanceof Error) commands.showUnexpected();
  };
  const onRejection = () => commands.showUnexpected();
  window.addEventListener("error", onError);
  window.addEventListener("unhandledrejection", onRejection);
  return () => {
    window.removeEventListener("error", onError);
    window.removeEventListener("unhandledrejection", onRejection);
  };
}
