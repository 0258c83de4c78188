import { AriaLiveAnnouncer, FluentProvider } from "@fluentui/react-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { PaneSession } from "../sync/session.ts";
import { App } from "./App.tsx";
import { SessionProvider } from "./session/SessionProvider.tsx";
import { themes } from "./theme/themes.ts";
import { useAppearance } from "./theme/use-appearance.ts";

/** Draws the pane of a session into an element of the page; gives what takes it away again. */
export function mountPane(element: Element, session: PaneSession): () => void {
  const root = createRoot(element);
  root.render(
    <StrictMode>
      <Pane session={session} />
    </StrictMode>,
  );
  return () => root.unmount();
}

function Pane({ session }: { readonly session: PaneSession }) {
  return (
    <FluentProvider theme={themes[useAppearance()]}>
      {/* Through it Fluent's bars and fields tell screen readers what appears. */}
      <AriaLiveAnnouncer>
        <SessionProvider session={session}>
          <App />
        </SessionProvider>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}
