import type { Frame, Locator } from "playwright-core";
import type { DemoPerson } from "../../../server/demo/people.ts";
import type { DeskPage } from "../support/desk-page.ts";

/** The pane as a person uses it: by what it says, never by how it is built. */
export interface PanePage {
  readonly frame: Frame;
  readonly foot: Locator;
  signIn(person: Pick<DemoPerson, "email">): Promise<void>;
  go(place: "Hoy" | "Hojas" | "Revisar" | "Tablas"): Promise<void>;
  press(button: string | RegExp): Promise<void>;
  /** Waits until these words are to be read in the pane. */
  says(words: string | RegExp): Promise<void>;
  /** Waits until nothing is under way and the foot says this. */
  footSays(sentence: string): Promise<void>;
  /** Inserts the format of a record, empty unless told which rows it brings, and waits until it stands. */
  insertFormat(label: string, rows?: string): Promise<void>;
  /** Inserts a computed table, for a period as the pane calls it. */
  insertTable(label: string, period: string): Promise<void>;
  /** Has the worksheet in front looked at, until the pane says what would be stored. */
  examineSheet(): Promise<void>;
  /** Links it as proposed, and waits until it stands among the linked ones and is judged. */
  linkSheet(): Promise<void>;
  /** Undoes the link of a record, and waits until its sheet is as it was. */
  putBack(label: string): Promise<void>;
  /** The pane's own primary button. */
  synchronise(): Promise<void>;
}

/** The pane of a desk. */
export function createPanePage({ pane: frame, fillSignIn }: DeskPage): PanePage {
  const foot = frame.locator("footer");
  const go: PanePage["go"] = (place) => frame.getByRole("tab", { name: place }).click();
  const press: PanePage["press"] = (name) => frame.getByRole("button", { name }).click();
  // While a command runs the foot ends in an ellipsis.
  const isQuiet = () => foot.filter({ hasNotText: "…" }).waitFor();
  return {
    frame,
    foot,
    go,
    press,
    says: (words) => frame.getByText(words).first().waitFor(),
    async signIn({ email }) {
      await fillSignIn(email);
      await press("Entrar");
      await frame.getByRole("tab", { name: "Hojas" }).waitFor();
      await isQuiet();
    },
    async footSays(sentence) {
      await foot.filter({ hasText: sentence, hasNotText: "…" }).waitFor();
    },
    async insertFormat(label, rows = "Ninguna, para llenarlo") {
      await go("Hojas");
      await press("Insertar formato");
      const dialog = frame.getByRole("dialog");
      await dialog.getByRole("radio", { name: new RegExp(`^${label}`, "u") }).check();
      await dialog.getByRole("radio", { name: rows }).check();
      await dialog.getByRole("button", { name: "Insertar" }).click();
      await frame.getByRole("heading", { name: label, level: 3 }).waitFor();
      await isQuiet();
    },
    async insertTable(label, period) {
      await go("Tablas");
      await frame.getByRole("radio", { name: label }).check();
      await frame.getByRole("combobox", { name: "Periodo" }).selectOption(period);
      await frame.getByRole("button", { name: "Insertar", exact: true }).click();
      await frame.getByRole("heading", { name: label, level: 3 }).waitFor();
      await isQuiet();
    },
    async examineSheet() {
      await go("Hojas");
      await press("Vincular esta hoja");
      await frame.getByText("Así quedaría guardado").waitFor();
      await isQuiet();
    },
    async linkSheet() {
      await frame.getByRole("button", { name: "Vincular", exact: true }).click();
      await frame.getByRole("button", { name: /^Más acciones: /u }).waitFor();
      await isQuiet();
    },
    async putBack(label) {
      await go("Hojas");
      await press(`Más acciones: ${label}`);
      await frame.getByRole("menuitem", { name: "Deshacer el vínculo" }).click();
      await frame.getByRole("button", { name: "Deshacer el vínculo", exact: true }).click();
      await frame.getByRole("heading", { name: label, level: 3 }).waitFor({ state: "detached" });
      await isQuiet();
    },
    async synchronise() {
      await foot.getByRole("button", { name: /^Sincronizar/u }).click();
    },
  };
}
