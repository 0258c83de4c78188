import type { ExcelHost } from "../../excel-host/create-excel-host.ts";
import type { Appearance } from "../appearance.ts";
import type { ToPane } from "../pane/pane-messages.ts";
import type { PaneFrame } from "./pane-frame.ts";
import { fromPane } from "../pane/pane-messages.ts";

/** The line between a desk's workbook and the page in its pane. */
export interface PaneLink {
  /** Loads the pane anew over a host. */
  connect: (host: ExcelHost) => void;
  tell: (message: ToPane) => void;
  /** Resolves when the library in the pane is there. */
  ready: () => Promise<void>;
}

/** Links a frame. The pane keeps its own storage by `desk`; it opens looking as `appearance` says then. */
export function createPaneLink(frame: PaneFrame, desk: string, appearance: () => Appearance): PaneLink {
  const { iframe } = frame;
  let host: ExcelHost | undefined;
  let isReady = false;
  const waiting: (() => void)[] = [];
  const tell = (message: ToPane) => iframe.contentWindow?.postMessage(message, location.origin);

  window.addEventListener("message", ({ source, data }: MessageEvent<unknown>) => {
    if (source !== iframe.contentWindow) return;
    const message = fromPane.safeParse(data).data;
    if (message?.kind === "to-host") void host?.handle(message.text);
    if (message?.kind === "visibility") frame.setOpen(message.isShown);
    if (message?.kind === "office-ready") {
      isReady = true;
      for (const go of waiting.splice(0)) go();
    }
  });

  const connect = (next: ExcelHost) => {
    host = next;
    isReady = false;
    next.onMessage((text) => {
      if (host === next) tell({ kind: "from-host", text });
    });
    // In the address, because the page needs it before any message could come.
    iframe.src = `/taskpane.html?${new URLSearchParams({ desk, appearance: appearance() })}`;
  };
  const ready = () => (isReady ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve)));
  return { connect, tell, ready };
}
