import { mediaFeatures, officeTheme } from "../appearance.ts";
import type { Appearance } from "../appearance.ts";
import { officeParts } from "../../excel-host/office/office-parts.ts";
import { createActions } from "./actions.ts";
import { paneNetwork } from "./network.ts";
import type { FromPane } from "./pane-messages.ts";
import { toPane } from "./pane-messages.ts";
import { dressMedia } from "./media.ts";

// Stands in for office.js, which refuses to start in a page that is no Office. It sets the bridge, has the browser
// load Microsoft's Excel library as the package has it, and then adds what office.js itself would have defined.

const setting = new URLSearchParams(window.location.search);
const desk = setting.get("desk") ?? "1";
const bridge: { sendMessageToHost: (text: string) => void; onMessageFromHost?: (text: string) => void } = {
  sendMessageToHost: (text) => tellDesk({ kind: "to-host", text }),
};
const media = dressMedia(mediaFeatures[startAppearance()]);
const network = paneNetwork();
const commands = createActions();
const visibility = { showAsTaskpane: () => show(true), hide: () => show(false) };

Object.assign(window, { OSF: {}, _richApiNativeBridge: bridge, completeOffice });
window.addEventListener("message", hear);
const scripts = ["/office-js/excel-web-16.00.js", "/workbench/complete-office.js"];
// Writing keeps the page's order: the add-in's scripts come after the library and after what completes it.
// oxlint-disable-next-line typescript/no-deprecated -- nothing else keeps that order
document.write(scripts.map((address) => `<script src="${address}"></script>`).join(""));

/** The library guards its names (`context` is a getter without a setter): ours stand before them, on an object of our own. */
function completeOffice(): void {
  const parts = officeParts({ partitionKey: `workbench-${desk}`, theme: officeTheme(startAppearance()) });
  const own: PropertyDescriptorMap = {};
  const office = { ...parts, actions: commands.actions, addin: { ...parts.addin, ...visibility } };
  for (const [name, value] of Object.entries<unknown>(office)) own[name] = { value, enumerable: true };
  const before: unknown = Object.create(Office, own);
  Object.assign(window, { Office: before });
  tellDesk({ kind: "office-ready" });
}

function show(isShown: boolean): Promise<void> {
  tellDesk({ kind: "visibility", isShown });
  return Promise.resolve();
}

function hear({ source, data }: MessageEvent<unknown>): void {
  if (source !== window.parent) return;
  const message = toPane.safeParse(data).data;
  switch (message?.kind) {
    case "from-host":
      return bridge.onMessageFromHost?.(message.text);
    case "command":
      return commands.run(message.name);
    case "appearance":
      Object.assign(Office.context, { officeTheme: officeTheme(message.appearance) });
      return media.change(mediaFeatures[message.appearance]);
    case "network":
      return network.setOffline(message.isOffline);
    case undefined:
  }
}

function tellDesk(message: FromPane): void {
  window.parent.postMessage(message, window.location.origin);
}

function startAppearance(): Appearance {
  const word = setting.get("appearance");
  return word === "dark" || word === "high-contrast" ? word : "light";
}
