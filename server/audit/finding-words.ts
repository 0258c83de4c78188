import type { PersonState } from "../../shared/model/person-state.ts";
import { roleLabels } from "../../shared/model/role.ts";
import { sheets } from "../../shared/sheets/registry.ts";
import type { EntryKind } from "./chain.ts";
import type { Finding } from "./finding.ts";

const lines: Readonly<Record<EntryKind, string>> = {
  revision: "el cambio",
  attachment: "el adjunto",
  event: "el hecho",
};

const accountWords = { role: "el rol", state: "el estado" } as const;

const states: Readonly<Record<PersonState, string>> = {
  active: "activa",
  inactive: "inactiva",
  invited: "invitada",
  waiting: "espera aprobación",
};
const accountValues: Readonly<Record<string, string>> = { ...roleLabels, ...states };

const accountValue = (value: string | null): string =>
  value === null ? "ninguna cuenta" : (accountValues[value] ?? value);

/** One sentence that names the first thing that is not as it was entered, for whoever answers for the records. */
export function findingSentence(finding: Finding): string {
  switch (finding.code) {
    case "no-beginning":
      return "La auditoría no comienza con su primera entrada: se quitó o se cambió.";
    case "missing-entry":
      return `Falta la entrada ${finding.n} de la auditoría.`;
    case "altered-entry":
      return `La entrada ${finding.n} no coincide con lo que se registró: ${lines[finding.kind]} ${finding.ref} o la entrada misma fueron alterados.`;
    case "altered-erased-entry":
      return `La entrada ${finding.n} se anonimizó, y ${lines[finding.kind]} ${finding.ref} ya no dice lo que quedó entonces.`;
    case "missing-line":
      return `La entrada ${finding.n} cuenta ${lines[finding.kind]} ${finding.ref}, que ya no está.`;
    case "repeated-line":
      return `La entrada ${finding.n} repite o adelanta ${lines[finding.kind]} ${finding.ref}.`;
    case "unchained-line":
      return `Ninguna entrada de la auditoría cuenta ${lines[finding.kind]} ${finding.ref}: se insertó aparte.`;
    case "unsealed-erasure":
      return `Se borraron valores de la auditoría sin una anonimización que lo diga (hecho ${finding.event}).`;
    case "erased-event":
      return `La entrada ${finding.n} se alteró como si fuera una anonimización: de un hecho (el ${finding.ref}) nunca se borra nada.`;
    case "stray-erasure":
      return `La anonimización del hecho ${finding.event} borró valores de la entrada ${finding.n}, que no es de las filas de su titular.`;
    case "stray-note":
      return `Hay una nota que no corresponde al cambio ${finding.ref}.`;
    case "row-differs":
      return `La fila ${finding.row} de «${labelOf(finding.sheet)}» no dice en «${columnLabel(finding.sheet, finding.column)}» lo que resulta de su historia.`;
    case "row-missing":
      return `La fila ${finding.row} de «${labelOf(finding.sheet)}» está en la historia y ya no en su registro.`;
    case "row-unknown":
      return `La fila ${finding.row} de «${labelOf(finding.sheet)}» no tiene historia: se insertó aparte.`;
    case "setting-differs":
      return `Los parámetros no coinciden con los cambios registrados; el primero que difiere es el ${finding.place}.`;
    case "removal-differs":
      return `El retiro del adjunto ${finding.attachment} no coincide con lo que se registró.`;
    case "account-differs":
      return `La cuenta ${finding.account} no coincide con lo que se registró: ${accountWords[finding.what]} es «${accountValue(finding.is)}» y según la auditoría debe ser «${accountValue(finding.told)}».`;
    case "head-unknown":
      return `La entrada ${finding.n} no es la que se guardó aparte: lo anterior se reescribió o se cortó, o se repuso una copia más antigua.`;
  }
}

const labelOf = (sheet: string): string => sheets.find(({ id }) => id === sheet)?.label ?? sheet;

function columnLabel(sheet: string, column: string): string {
  return sheets.find(({ id }) => id === sheet)?.columns[column]?.label ?? column;
}
