import type { FUniver } from "@univerjs/presets";
import type { ExcelHost } from "../../excel-host/create-excel-host.ts";
import type { Appearance } from "../appearance.ts";
import { emptyWorkbookId } from "../workbooks.ts";
import { openWorkbook } from "../xlsx/open-workbook.ts";
import type { WorkbookSnapshot } from "../xlsx/snapshot.ts";
import { emptyWorkbook } from "./empty-workbook.ts";
import type { PaneFrame } from "./pane-frame.ts";
import type { PaneLink } from "./pane-link.ts";
import { ribbonCommands } from "./ribbon.ts";
import type { Sitting } from "./sitting.ts";
import { openSitting } from "./sitting.ts";

/** One person's place: a workbook, and the add-in's pane over it. Tests find it as `window.desk`. */
export interface Desk {
  readonly host: ExcelHost;
  readonly api: FUniver;
  readonly name: string;
  /** Whether a workbook is shown. */
  readonly isOpen: boolean;
  /** Resolves when the pane has its library. */
  ready: () => Promise<void>;
  /** Opens an .xlsx file; the pane starts anew, as in Excel. False where the bytes are no workbook. */
  openFile: (bytes: Uint8Array, name: string) => Promise<boolean>;
  /** Opens a workbook of the menu by its id. */
  openFromMenu: (id: string) => Promise<void>;
  saveFile: () => Promise<Uint8Array>;
  /** Presses a command of the ribbon by its id. */
  command: (id: string) => void;
  setAppearance: (appearance: Appearance) => void;
  setOffline: (isOffline: boolean) => void;
  /** Whether Excel refuses the add-in as if somebody were typing in a cell. */
  setCellEdit: (isOn: boolean) => void;
}

export interface DeskParts {
  container: HTMLElement;
  frame: PaneFrame;
  link: PaneLink;
  appearance: Appearance;
}

/** A desk, bare until a workbook is opened on it. */
export function createDesk({ container, frame, link, appearance: first }: DeskParts): Desk {
  let appearance = first;
  let open: Sitting | undefined;

  const sitting = () => {
    if (!open) throw new Error("No workbook is open on this desk");
    return open;
  };
  const show = (workbook: WorkbookSnapshot) => {
    open?.close();
    open = openSitting(container, workbook, appearance !== "light");
    link.connect(open.host);
  };
  const openFile = async (bytes: Uint8Array, name: string) => {
    const result = await openWorkbook(bytes, name);
    if ("workbook" in result) show(result.workbook);
    return "workbook" in result;
  };

  return {
    get host() {
      return sitting().host;
    },
    get api() {
      return sitting().api;
    },
    get isOpen() {
      return open !== undefined;
    },
    get name() {
      return sitting().name;
    },
    ready: link.ready,
    openFile,
    openFromMenu: async (id) => {
      if (id === emptyWorkbookId) return show(emptyWorkbook());
      const file = `${id}.xlsx`;
      const answer = await fetch(`/workbench/workbooks/${file}`);
      if (!answer.ok) throw new Error(`There is no workbook ${file}`);
      await openFile(new Uint8Array(await answer.arrayBuffer()), file);
    },
    saveFile: () => sitting().save(),
    command: (id) => {
      const run = ribbonCommands.find((known) => known.id === id)?.run;
      if (run) link.tell({ kind: "command", name: run });
      else frame.setOpen(true);
    },
    setAppearance: (next) => {
      appearance = next;
      open?.api.toggleDarkMode(next !== "light");
      link.tell({ kind: "appearance", appearance });
    },
    setCellEdit: (isOn) => sitting().cellEditing.pretend(isOn),
    setOffline: (isOffline) => link.tell({ kind: "network", isOffline }),
  };
}
