import type { Page } from "playwright-core";
import { exifBlock, jpegPhoto } from "../../../shared/attachments/samples.ts";
import type { StateName } from "./states.ts";

/** A view worth looking at: a state of the pane and how to get there. */
export interface View {
  readonly name: string;
  readonly state: StateName;
  readonly before?: (page: Page) => Promise<void>;
}

export const openTab = (name: string) => (page: Page) => page.getByRole("tab", { name }).click();

/** Every view of the pane, in the states that it can be in. */
export const views: readonly View[] = [
  { name: "sign-in", state: "signed-out" },
  { name: "sign-in-refused", state: "signed-out", before: refuseSignIn },
  { name: "sign-in-microsoft", state: "by-directory" },
  { name: "sign-in-awaiting", state: "awaiting-approval" },
  { name: "sign-in-not-admitted", state: "not-admitted" },
  { name: "sign-in-code", state: "signed-out", before: askForCode },
  { name: "sign-in-code-wrong", state: "signed-out", before: mistypeCode },
  { name: "sign-in-invitation", state: "signed-out", before: openInvitation },
  { name: "sign-in-invitation-refused", state: "signed-out", before: refuseInvitation },
  { name: "sign-in-forgotten", state: "signed-out", before: openForgotten },
  { name: "account", state: "ready", before: openAccount },
  { name: "account-microsoft", state: "by-microsoft", before: openAccount },
  { name: "account-password", state: "ready", before: openChangePassword },
  { name: "today", state: "ready" },
  { name: "today-advisor", state: "advisor" },
  { name: "today-no-target", state: "no-target" },
  { name: "today-loading", state: "loading", before: (page) => page.waitForTimeout(500) },
  { name: "today-failed", state: "failed" },
  {
    name: "today-detail",
    state: "ready",
    before: (page) => page.getByRole("button", { name: "Mercado regulado" }).click(),
  },
  { name: "today-service", state: "service" },
  {
    name: "menu",
    state: "ready",
    before: (page) => page.getByRole("button", { name: "Menú de la cuenta" }).click(),
  },
  { name: "help", state: "ready", before: openHelp },
  { name: "sheets-empty", state: "empty", before: openTab("Hojas") },
  { name: "sheets", state: "mistakes", before: openTab("Hojas") },
  { name: "sheets-troubles", state: "troubles", before: openTab("Hojas") },
  { name: "sheets-columns-missing", state: "columns-missing", before: openTab("Hojas") },
  { name: "sheets-insert", state: "ready", before: openInsert },
  { name: "sheets-put-back", state: "ready", before: openPutBack },
  { name: "examination-asked", state: "asked", before: openTab("Hojas") },
  { name: "examination-certain", state: "certain", before: openColumns },
  { name: "examination-matrix", state: "matrix", before: openTab("Hojas") },
  { name: "examination-unrecognised", state: "unrecognised", before: openTab("Hojas") },
  { name: "load-report", state: "load-report", before: openTab("Hojas") },
  { name: "load-running", state: "load-running", before: openTab("Hojas") },
  { name: "load-paused", state: "load-paused", before: openTab("Hojas") },
  { name: "load-done", state: "load-done", before: openTab("Hojas") },
  { name: "review-repairs", state: "repairs", before: openRepairs },
  { name: "review-matrix-reasons", state: "matrix-reasons", before: openTab("Revisar") },
  { name: "review-empty", state: "ready", before: openTab("Revisar") },
  { name: "review-mistakes", state: "mistakes", before: openTab("Revisar") },
  { name: "review-selected", state: "selected", before: openTab("Revisar") },
  { name: "review-selected-clean", state: "selected-clean", before: openTab("Revisar") },
  { name: "cell-history", state: "cell-history", before: openTab("Revisar") },
  { name: "sendings", state: "ready", before: openSendings },
  { name: "sendings-undo", state: "just-sent", before: openUndo },
  { name: "sendings-undo-last", state: "just-sent-much", before: openUndo },
  { name: "just-sent", state: "just-sent" },
  { name: "standing-returned", state: "standing-returned", before: openTab("Revisar") },
  { name: "standing-answer", state: "standing-returned", before: openAnswer },
  { name: "standing-verify", state: "standing-verify", before: openTab("Revisar") },
  { name: "standing-return", state: "standing-verify", before: openReturn },
  { name: "standing-many", state: "standing-many", before: openTab("Revisar") },
  { name: "standing-many-done", state: "standing-many", before: validateMany },
  { name: "standing-validated", state: "standing-validated", before: openTab("Revisar") },
  { name: "standing-void", state: "standing-void", before: openTab("Revisar") },
  { name: "standing-voided", state: "standing-voided", before: openTab("Hojas") },
  { name: "review-attachments", state: "attachments", before: openTab("Revisar") },
  { name: "review-attachments-unsent", state: "attachments-unsent", before: openTab("Revisar") },
  { name: "review-attachment-removed", state: "attachments", before: openRemoval },
  { name: "review-attachment-place", state: "attachments", before: choosePhoto },
  { name: "review-attachment-open", state: "attachments", before: openAttachment },
  { name: "review-reasons", state: "reasons", before: openTab("Revisar") },
  { name: "review-many", state: "many", before: openTab("Revisar") },
  { name: "review-conflicts", state: "conflicts", before: openTab("Revisar") },
  { name: "review-vanished", state: "vanished", before: openTab("Revisar") },
  { name: "review-void", state: "vanished", before: openVoid },
  { name: "review-everything", state: "everything", before: openTab("Revisar") },
  { name: "working", state: "working", before: openTab("Hojas") },
  { name: "offline", state: "offline", before: openTab("Hojas") },
  { name: "connection-trying-again", state: "trying-again" },
  { name: "connection-paused", state: "paused" },
  { name: "connection-incoming", state: "incoming" },
  { name: "connection-incoming-and-unsent", state: "incoming-and-unsent" },
  { name: "expired", state: "expired", before: openTab("Hojas") },
  { name: "tables", state: "tables", before: openTab("Tablas") },
  { name: "people", state: "people" },
  {
    name: "people-invite",
    state: "people",
    before: (page) => page.getByRole("button", { name: "Invitar a alguien" }).click(),
  },
  { name: "people-invited", state: "people", before: invite },
  { name: "people-person", state: "people", before: openPerson },
  { name: "people-reject", state: "people", before: askToReject },
  { name: "people-role", state: "people", before: openRole },
  { name: "settings", state: "settings", before: openTab("Ajustes") },
  {
    name: "settings-change",
    state: "settings",
    before: openSetting,
  },
  { name: "tables-period", state: "ready", before: openOtherPeriod },
];

async function invite(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Invitar a alguien" }).click();
  await page.getByLabel("Nombre y apellidos").fill("Luz Marina Olmos Díaz");
  await page.getByLabel("Correo").fill("lolmos@aseosabana.example");
  await page.keyboard.press("Enter");
  await page.getByText("Entregue este código").waitFor();
}

async function openPerson(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Carlos Andrés Ruiz" }).click();
}

async function openRole(page: Page): Promise<void> {
  await openPerson(page);
  await page.getByRole("button", { name: "Cambiar el rol" }).click();
}

async function askToReject(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Rechazar a Hernán Darío Sierra Monterroza" }).click();
  await page.getByText("No podrá entrar").waitFor();
}

async function openSetting(page: Page): Promise<void> {
  await openTab("Ajustes")(page);
  await page.getByRole("button", { name: "Cambiar Cerca de la meta desde" }).click();
}

async function refuseSignIn(page: Page): Promise<void> {
  await page.evaluate(() => window.session.fail("signIn", { code: "bad-credentials" }));
  await page.locator("[name=email]").fill("ana@aseosabana.example");
  await page.locator("[name=password]").fill("una clave");
  await page.keyboard.press("Enter");
  await page.getByText("no coinciden").waitFor();
}

async function askForCode(page: Page): Promise<void> {
  await page.locator("[name=email]").fill("con-codigo@aseosabana.example");
  await page.locator("[name=password]").fill("una clave");
  await page.keyboard.press("Enter");
  await page.getByText("Enviamos 6 números").waitFor();
}

async function mistypeCode(page: Page): Promise<void> {
  await askForCode(page);
  await page.locator("[name=code]").fill("111111");
  await page.keyboard.press("Enter");
  await page.getByText("Ese código no es").waitFor();
}

async function openInvitation(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Tengo una invitación" }).click();
}

async function refuseInvitation(page: Page): Promise<void> {
  await openInvitation(page);
  await page.locator("[name=code]").fill("7K2M-9QXT-3BHA-D0VN-PE5C");
  await page.locator("[name=new-password]").fill("Colombia2026");
  await page.locator("[name=repeated-password]").fill("Colombia2026");
  await page.keyboard.press("Enter");
  await page.getByText("Es fácil de adivinar").waitFor();
}

async function openForgotten(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Olvidé mi contraseña" }).click();
}

async function openAccount(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Menú de la cuenta" }).click();
  await page.getByRole("menuitem", { name: "Mi cuenta" }).click();
  await page.getByText("Este equipo").waitFor();
}

async function openChangePassword(page: Page): Promise<void> {
  await openAccount(page);
  await page.getByRole("button", { name: "Cambiar contraseña" }).click();
}

async function openHelp(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Menú de la cuenta" }).click();
  await page.getByRole("menuitem", { name: "Cómo funciona" }).click();
}

async function openInsert(page: Page): Promise<void> {
  await openTab("Hojas")(page);
  await page.getByRole("button", { name: "Insertar formato" }).click();
}

async function openPutBack(page: Page): Promise<void> {
  await openTab("Hojas")(page);
  await page.getByRole("button", { name: "Más acciones: Usuarios" }).click();
  await page.getByRole("menuitem", { name: "Deshacer el vínculo y dejar la hoja como estaba" }).click();
}

async function openColumns(page: Page): Promise<void> {
  await openTab("Hojas")(page);
  await page.getByRole("button", { name: "Ver y corregir" }).click();
}

async function openRepairs(page: Page): Promise<void> {
  await openTab("Revisar")(page);
  await page.getByRole("button", { name: /^Fecha visita/u }).click();
}

async function openRemoval(page: Page): Promise<void> {
  await openTab("Revisar")(page);
  await page.getByRole("button", { name: "Quitar… fachada.jpg" }).click();
}

async function choosePhoto(page: Page): Promise<void> {
  await openTab("Revisar")(page);
  const files = [
    { name: "fachada.jpg", mimeType: "image/jpeg", buffer: Buffer.from(jpegPhoto({ exif: exifBlock() })) },
    { name: "acta.docx", mimeType: "", buffer: Buffer.from("PK") },
  ];
  await page.getByLabel("Adjuntar foto o documento").setInputFiles(files);
  await page.getByText("dónde se tomó").first().waitFor();
}

async function openAttachment(page: Page): Promise<void> {
  await openTab("Revisar")(page);
  await page.getByRole("button", { name: "Ver plano.heic" }).click();
  await page.getByRole("dialog").getByRole("link").waitFor();
}

async function openVoid(page: Page): Promise<void> {
  await openTab("Revisar")(page);
  await page.getByRole("button", { name: "Anular las 3…" }).click();
}

async function openOtherPeriod(page: Page): Promise<void> {
  await openTab("Tablas")(page);
  await page.getByLabel("Periodo").selectOption("other");
}

async function openAnswer(page: Page): Promise<void> {
  await openTab("Revisar")(page);
  await page.getByText("Responder sin cambios").first().click();
}

async function openReturn(page: Page): Promise<void> {
  await openTab("Revisar")(page);
  await page.getByText("Devolver…").click();
}

async function validateMany(page: Page): Promise<void> {
  await openTab("Revisar")(page);
  await page.getByText("Validar 9").click();
}

async function openSendings(page: Page): Promise<void> {
  await openTab("Hojas")(page);
  await page.getByRole("button", { name: "Envíos" }).click();
}

async function openUndo(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Deshacer (lo último del )?envío$/ }).click();
  await page.getByRole("dialog").getByText("Supermercado").waitFor();
}
