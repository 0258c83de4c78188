import { toAppearance } from "../appearance.ts";
import { find } from "../browser/dom.ts";
import { demoPeopleSchema } from "../people.ts";
import { emptyWorkbookId } from "../workbooks.ts";
import { fillBar } from "./bar.ts";
import { createDesk } from "./create-desk.ts";
import { chooseFile, download } from "./files.ts";
import { fillSignIn } from "./fill-sign-in.ts";
import { createPaneFrame } from "./pane-frame.ts";
import { createPaneLink } from "./pane-link.ts";

const query = new URLSearchParams(location.search);
const container = find("#sheet", HTMLElement);
const notice = find("#notice", HTMLElement);
const frame = createPaneFrame();
const first = toAppearance(query.get("tema"));
const link = createPaneLink(frame, query.get("desk") ?? "1", () => toAppearance(dressed()));

dress(first);
const desk = createDesk({ container, frame, link, appearance: first });
Object.assign(window, { desk });
const workbook = query.get("libro") ?? emptyWorkbookId;
const opening = desk.openFromMenu(workbook);
const people = demoPeopleSchema.parse(await (await fetch("/workbench/people")).json());
fillBar(
  { people, workbook, person: people.find(({ role }) => role === query.get("person"))?.email ?? "" },
  {
    openWorkbook: (id) => void desk.openFromMenu(id),
    openFile: () => void openFile(),
    saveFile: () => void saveFile(),
    fillSignIn: (person) => {
      frame.setOpen(true);
      const page = frame.iframe.contentDocument;
      say(page && fillSignIn(page, person) ? "" : "El panel no muestra el formulario de entrada.");
    },
    command: desk.command,
    setCellEdit: desk.setCellEdit,
    setOffline: desk.setOffline,
  },
);
await opening;

window.addEventListener("message", ({ source, data }: MessageEvent<{ appearance?: string } | undefined>) => {
  if (source !== window.parent || typeof data?.appearance !== "string") return;
  dress(toAppearance(data.appearance));
  desk.setAppearance(toAppearance(data.appearance));
});

async function openFile(): Promise<void> {
  const file = await chooseFile();
  if (!file) return;
  const isOpen = await desk.openFile(file.bytes, file.name);
  say(isOpen ? "" : `«${file.name}» no es un libro .xlsx. Ábralo en Excel y guárdelo como .xlsx.`);
}

async function saveFile(): Promise<void> {
  download(
    new Uint8Array(await desk.saveFile()),
    desk.name.endsWith(".xlsx") ? desk.name : `${desk.name}.xlsx`,
  );
}

function say(sentence: string): void {
  notice.textContent = sentence;
}

function dress(appearance: string): void {
  document.documentElement.dataset["appearance"] = appearance;
}

function dressed(): string | null {
  return document.documentElement.dataset["appearance"] ?? null;
}
