import { button, create } from "../browser/dom.ts";

/** A command of the add-in's ribbon tab, as manifest.xml declares it. */
export interface RibbonCommand {
  id: string;
  label: string;
  icon: string;
  /** The function that Excel runs; without one the command only shows the pane. */
  run?: string;
}

export const ribbonCommands: readonly RibbonCommand[] = [
  { id: "open", label: "Abrir panel", icon: "icon" },
  { id: "sync", label: "Sincronizar", icon: "sync", run: "sincronizar" },
  { id: "validate", label: "Validar", icon: "validate", run: "validar" },
  { id: "refresh", label: "Actualizar tablas", icon: "tables", run: "actualizarTablas" },
];

/** The tab's buttons, with the icons that Excel shows. */
export function createRibbon(press: (id: string) => void): HTMLElement[] {
  return ribbonCommands.map(({ id, label, icon }) =>
    button(
      { class: "ribbon-command", "data-command": id },
      [create("img", { src: `/assets/${icon}-16.png`, alt: "" }), label],
      () => press(id),
    ),
  );
}
