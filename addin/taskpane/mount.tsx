import { AriaLiveAnnouncer, FluentProvider } from "@fluentui/react-components";
import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { PaneSession } from "../sync/session.ts";
import { App } from "./App.tsx";
import { Boundary } from "./frame/Boundary.tsx";
import { Broken } from "./frame/Broken.tsx";
import { noticeFaults } from "./session/notice-faults.ts";
import { SessionProvider } from "./session/SessionProvider.tsx";
import { themes } from "./theme/themes.ts";
import { useAppearance } from "./theme/use-appearance.ts";

/** Draws the pane of a session into an element of the page; gives what takes it away again. */
export function mountPane(element: Element, session: PaneSession): () => void {
  const root = createRoot(element);
  const ignoreFaults = noticeFaults(session);
  root.render(
    <Themed>
      <SessionProvider session={session}>
        <App />
      </SessionProvider>
    </Themed>,
  );
  return () => {
    ignoreFaults();
    root.unmount();
  };
}

/** Says, where no session could be made at all, that the pane failed. */
export function mountBroken(element: Element): void {
  createRoot(element).render(
    <Themed>
      <Broken />
    </Themed>,
  );
}

function Themed({ children }: { readonly children: ReactNode }) {
  return (
    <StrictMode>
      <FluentProvider theme={themes[useAppearance()]}>
        {/* Through it Fluent's bars and fields tell screen readers what appears. */}
        <AriaLiveAnnouncer>
          <Boundary>{children}</Boundary>
        </AriaLiveAnnouncer>
      </FluentProvider>
    </StrictMode>
  );
}
