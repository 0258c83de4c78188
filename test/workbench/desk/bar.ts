import { button, create, find, menu } from "../browser/dom.ts";
import type { DemoPerson } from "../people.ts";
import { roleLabel } from "../people.ts";
import { workbookMenu } from "../workbooks.ts";
import { createRibbon } from "./ribbon.ts";

/** What the bar above a desk lets people do. */
export interface BarActions {
  openWorkbook: (id: string) => void;
  openFile: () => void;
  saveFile: () => void;
  fillSignIn: (person: DemoPerson) => void;
  command: (id: string) => void;
  setCellEdit: (isOn: boolean) => void;
  setOffline: (isOn: boolean) => void;
}

export interface BarContent {
  people: readonly DemoPerson[];
  workbook: string;
  person: string;
}

/** Fills the bar: files and accounts above, the add-in's commands and the faults to try below. */
export function fillBar(content: BarContent, actions: BarActions): void {
  find("#bar", HTMLElement).append(
    create(
      "div",
      { class: "bar-line" },
      ...fileControls(content, actions),
      space(),
      ...accountControls(content, actions),
    ),
    create(
      "div",
      { class: "bar-line" },
      ...createRibbon(actions.command),
      space(),
      ...faultControls(actions),
    ),
  );
}

function fileControls({ workbook }: BarContent, actions: BarActions): HTMLElement[] {
  const groups = workbookMenu.map((group) => ({
    label: group.label,
    options: group.workbooks.map(({ id, label }) => ({ value: id, label })),
  }));
  const choice = menu("Libro", groups, actions.openWorkbook);
  choice.id = "workbook";
  choice.value = workbook;
  return [
    choice,
    button({ id: "open-file" }, ["Abrir .xlsx…"], actions.openFile),
    button({ id: "save-file" }, ["Guardar .xlsx"], actions.saveFile),
  ];
}

function accountControls({ people, person }: BarContent, actions: BarActions): HTMLElement[] {
  const roles = [...new Set(people.map(({ role }) => role))];
  const groups = roles.map((role) => ({
    label: roleLabel(role),
    options: people
      .filter((one) => one.role === role)
      .map(({ email, name }) => ({ value: email, label: name })),
  }));
  const choice = menu("Persona de demostración", groups, () => undefined);
  choice.id = "person";
  choice.value = person;
  const fill = () => {
    const chosen = people.find(({ email }) => email === choice.value);
    if (chosen) actions.fillSignIn(chosen);
  };
  return [
    choice,
    button(
      { id: "fill-sign-in", title: "Escribe su correo y su contraseña en el panel" },
      ["Rellenar acceso"],
      fill,
    ),
  ];
}

function faultControls(actions: BarActions): HTMLElement[] {
  return [
    fault(
      "cell-edit",
      "Editando una celda",
      "Excel rechaza lo que el complemento pida mientras tanto",
      actions.setCellEdit,
    ),
    fault("offline", "Sin conexión", "El panel no alcanza el servicio", actions.setOffline),
  ];
}

function fault(id: string, label: string, title: string, change: (isOn: boolean) => void): HTMLElement {
  const box = create("input", { type: "checkbox", id });
  box.addEventListener("change", () => change(box.checked));
  return create("label", { class: "fault", title }, box, label);
}

function space(): HTMLElement {
  return create("span", { class: "space" });
}
