import { quoted, type Subject } from "./issue-subject.ts";

/** What was understood of a cell although it says something else, and what to look at. */
export const doubtSentences = {
  "loose-choice": (about: Subject) => {
    const read = about.detail("read");
    return `${quoted(about)} se leyó como ${read === undefined ? "una opción de la lista" : `«${read}»`}. Si no es eso, elija otra opción.`;
  },
  "lost-leading-zero": (about: Subject) => {
    const read = about.detail("read");
    return `A ${quoted(about)} parece faltarle el cero inicial${read === undefined ? "" : `; se leyó como ${read}`}. Revise que sea ese.`;
  },
  "formula-kept": (about: Subject) => {
    const theirs = about.detail("theirs") ?? "";
    const said = theirs === "" ? "no tiene valor" : `tiene ${theirs}`;
    return `«${about.label}» se calcula aquí con una fórmula y el servicio ${said}. La fórmula se conserva; escriba el valor si quiere tomarlo.`;
  },
  approximate: (about: Subject) => {
    const read = about.detail("read");
    return `${quoted(about)} es un valor aproximado${read === undefined ? "" : ` y se leyó como ${read}`}. Escriba el valor exacto si lo tiene.`;
  },
  "ambiguous-number": (about: Subject) => {
    const read = about.detail("read");
    return `En ${quoted(about)} no se sabe si el signo separa miles o decimales${read === undefined ? "" : `; se leyó como ${read}`}. Revise el número.`;
  },
  "ambiguous-share": (about: Subject) => {
    const [read, instead] = [about.detail("read"), about.detail("instead")];
    return `En ${quoted(about)} no se sabe si es ${read ?? "menos de 1 %"}${instead === undefined ? "" : ` o ${instead}`}. Escriba el porcentaje, por ejemplo 50.`;
  },
  "missing-check-digit": (about: Subject) => {
    const read = about.detail("read");
    return read === undefined
      ? "Falta el dígito de verificación; se calculará al guardar. Revise el número."
      : `Se leyó como ${read}: el dígito de verificación se calculó. Revise que el número sea ese.`;
  },
  "second-phone": (about: Subject) => {
    const read = about.detail("read");
    return `Hay más de un teléfono en la celda${read === undefined ? "" : ` y se tomó ${read}`}. Deje solo el principal.`;
  },
  extension: (about: Subject) => {
    const read = about.detail("read");
    return `La extensión no se guarda${read === undefined ? "" : `; se tomó ${read}`}. Si hace falta, escríbala en las observaciones.`;
  },
  "doubtful-email": (about: Subject) => {
    const suggestion = about.detail("suggestion");
    return `El dominio de ${quoted(about)} parece mal escrito. ${suggestion === undefined ? "Revíselo." : `¿Es ${suggestion}?`}`;
  },
  "before-2000": (about: Subject) => {
    const read = about.detail("read");
    return `${read === undefined ? quoted(about) : `Se leyó ${read}, que`} es anterior al año 2000. Si no es esa fecha, corríjala.`;
  },
};
