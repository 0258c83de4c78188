import { columnOf, type Sheet } from "../../../shared/model/sheet.ts";
import type { Condition } from "../../../shared/model/condition.ts";
import type { Issue, IssueCode } from "../../../shared/model/issue.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { conditionInWords, joinWords } from "./condition.ts";
import { doubtSentences } from "./doubt-sentences.ts";
import { cut, quoted, type Subject } from "./issue-subject.ts";
import { formatInstant } from "./moments.ts";
import { formatCount } from "./numbers.ts";

/** Longer lists of options are left to the dropdown. */
const longestOptions = 100;

/** What is wrong with a cell, why, and what to do about it. */
export function issueSentence(issue: Issue, typed: string, sheet: Sheet, context: Context): string {
  const details = issue.details ?? {};
  return sentences[issue.code]({
    sheet,
    key: issue.column,
    label: sheet.columns[issue.column]?.label ?? issue.column,
    typed: String(details["typed"] ?? typed),
    context,
    detail(name) {
      const value = details[name];
      return typeof value === "number" ? formatCount(value) : value;
    },
  });
}

const sentences: Readonly<Record<IssueCode, (about: Subject) => string>> = {
  ...doubtSentences,
  required: (about) => {
    const when = conditionText(about, "required");
    return when === undefined
      ? `Falta «${about.label}». Complete la celda.`
      : `Falta «${about.label}», que se pide cuando ${when}. Complete la celda.`;
  },
  "not-allowed": (about) => {
    const when = conditionText(about, "onlyWhen");
    return when === undefined
      ? `«${about.label}» debe quedar en blanco en esta fila. Borre la celda.`
      : `«${about.label}» solo se llena cuando ${when}. Borre la celda o corrija el otro dato.`;
  },
  "too-long": (about) => {
    const [max, length] = [about.detail("max"), about.detail("length")];
    return max === undefined || length === undefined
      ? `El texto es más largo de lo que admite «${about.label}». Acórtelo.`
      : `«${about.label}» admite ${max} caracteres y aquí hay ${length}. Acorte el texto.`;
  },
  "unknown-choice": (about) => `${quoted(about)} no es una opción de «${about.label}». ${offer(about)}`,
  "unknown-person": (about) => {
    const suggestion = about.detail("suggestion");
    const question =
      suggestion === undefined ? "Elija un nombre de la lista de la celda." : `¿Es ${suggestion}?`;
    return `${quoted(about)} no está entre las personas de la empresa. ${question}`;
  },
  "unknown-municipality": (about) =>
    `${quoted(about)} no es un municipio de la lista. Elija uno de la lista de la celda.`,
  "ambiguous-municipality": (about) => `${quoted(about)} puede ser más de un municipio. ${offer(about)}`,
  "invalid-date": (about) => `${quoted(about)} no existe en el calendario. Escriba la fecha como dd/mm/aaaa.`,
  "not-a-date": (about) => `${quoted(about)} no es una fecha. Escríbala como dd/mm/aaaa.`,
  "ambiguous-date": (about) => {
    const read = about.detail("read");
    return read === undefined
      ? `${quoted(about)} no se puede leer como día y mes. Escriba primero el día: dd/mm/aaaa.`
      : `${quoted(about)} se leyó como ${read}, con el día primero, pero otras fechas de la columna traen primero el mes. Revise cuál es.`;
  },
  "incomplete-date": (about) =>
    `A ${quoted(about)} le falta el día, el mes o el año. Escriba la fecha completa: dd/mm/aaaa.`,
  "future-date": (about) => {
    const today = about.detail("today");
    return `${quoted(about)} es posterior a hoy${today === undefined ? "" : ` (${today})`}. Escriba el día en que ocurrió.`;
  },
  "date-order": (about) => {
    const other = about.detail("other");
    const earliest = about.detail("earliest");
    const label = other === undefined ? undefined : about.sheet.columns[other]?.label;
    const named = label === undefined ? "la fecha anterior" : `«${label}»`;
    const when = earliest === undefined ? "" : ` (${earliest})`;
    return `«${about.label}» no puede ser antes de ${named}${when}. Corrija una de las dos fechas.`;
  },
  "not-a-number": (about) => `${quoted(about)} no es un número. Escriba solo cifras, por ejemplo 1.250.`,
  "not-whole": (about) =>
    `${quoted(about)} tiene decimales y aquí va un número entero. Escríbalo sin decimales.`,
  "out-of-range": (about) => {
    const [min, max] = [about.detail("min"), about.detail("max")];
    if (min !== undefined) return `«${about.label}» no puede ser menor que ${min}. Corrija el valor.`;
    if (max !== undefined) return `«${about.label}» no puede ser mayor que ${max}. Corrija el valor.`;
    return `${quoted(about)} no es un valor posible en «${about.label}». Corríjalo.`;
  },
  "bad-check-digit": (about) => {
    const [digits, expected] = [about.detail("digits"), about.detail("expected")];
    if (digits === undefined || expected === undefined)
      return `El dígito de verificación de ${quoted(about)} no corresponde. Revise el número.`;
    const given = /\d(?=\D*$)/u.exec(about.typed)?.[0];
    const instead = given === undefined || given === expected ? "" : `, no ${given}`;
    return `El dígito de verificación de ${digits} es ${expected}${instead}. Revise el número.`;
  },
  "bad-document": (about) =>
    `${quoted(about)} no es un número posible para ese tipo de documento. Revise el número y el tipo.`,
  "bad-phone": (about) =>
    `${quoted(about)} no es un teléfono. Escriba 10 cifras: celular (3…) o fijo con indicativo (60…).`,
  "bad-email": (about) => `${quoted(about)} no es un correo. Escríbalo como nombre@empresa.com.`,
  duplicate: (about) =>
    `Ya hay otra fila${otherRow(about)} con ${sameKey(about)}. Cambie el dato o deje una sola fila.`,
  copied: (about) =>
    `Esta fila es una copia de otra${otherRow(about)} y dice lo mismo; así no se envía. Cámbiela para que sea una fila nueva, o bórrela.`,
  "error-cell": (about) =>
    `La fórmula de «${about.label}» no da un valor${about.typed === "" ? "" : ` (${cut(about.typed)})`}. Corríjala o escriba el valor.`,
  undated: (about) => {
    const days = about.sheet.period.map((key) => `«${columnOf(about.sheet, key).label}»`);
    return `Sin fecha, la fila no cuenta en ningún mes. Escriba ${joinWords(days, "o") || `«${about.label}»`}.`;
  },
  "reason-required": (about) => {
    const version = about.detail("version");
    return `Esta fila ya estaba guardada y cambió: será ${version === undefined ? "una versión nueva" : `la versión ${version}`}. Escriba el motivo.`;
  },
  "credit-is-negative": () =>
    "Una nota crédito se escribe en negativo y una venta en positivo. Corrija el signo o el tipo.",
  "producer-volume": () =>
    "Un gran productor pasa de 1 m³ al mes; un residencial o pequeño productor, no. Revise el volumen o el tipo de productor.",
  "same-person": () =>
    "Quien responde por la acción no verifica su eficacia. Escriba el nombre de otra persona.",
  "not-yours": (about) =>
    `Esta fila no está a su nombre y su cuenta solo guarda las suyas. Deje «${about.label}» como estaba o elija su nombre.`,
  "read-only": (about) => `Su cuenta no cambia «${about.label}». Deje el valor que tenía.`,
  "unknown-column": (about) =>
    `«${about.label}» no es una columna de este formato. Lo escrito en ella no se envía.`,
  "already-linked": (about) => {
    const day = about.detail("day");
    return `${quoted(about)} ya está vinculado${day === undefined ? "" : ` desde el ${day}`}. Revise si es el mismo usuario, o cambie el motivo de la visita.`;
  },
  "colleague-visit": (about) => {
    const [person, day] = [about.detail("person"), about.detail("day")];
    return `${person ?? "Otra persona"} visitó a ${quoted(about)}${day === undefined ? " hace poco" : ` el ${day}`}. Coordinen quién lo atiende.`;
  },
  "unknown-account": (about) =>
    `No hay un usuario con la cuenta ${quoted(about)}. Revise el número, o registre primero el usuario.`,
  "repeated-document": (about) => {
    const day = about.detail("day");
    return `Ya hay otra fila con el documento ${quoted(about)}${day === undefined ? "" : `, del ${day}`}. Revise que no esté dos veces.`;
  },
  anonymised: (about) => {
    const now = about.detail("now");
    const mend = now === undefined ? "Borre lo escrito." : `Escriba «${now}».`;
    return `Los datos de este titular se anonimizaron a su solicitud y no se guardan de nuevo. ${mend}`;
  },
  locked: (about) => {
    const [by, at] = [about.detail("by"), about.detail("at")];
    const when = at === undefined ? "" : ` (${formatInstant(at)})`;
    return `${by ?? "Otra persona"} validó esta fila${when} y así queda. Para cambiarla, pida a quien verifica que la devuelva; lo que usted escribió espera aquí.`;
  },
  voided: () =>
    "Esta fila está anulada y lo que usted cambió no se guarda en ella. Restablézcala para que cuente con sus cambios, déjela como fila nueva, o bórrela de la hoja.",
};

function conditionText(about: Subject, which: "required" | "onlyWhen"): string | undefined {
  const condition: boolean | Condition | undefined = about.sheet.columns[about.key]?.[which];
  return typeof condition === "object" ? conditionInWords(condition, about.sheet, about.context) : undefined;
}

/** The service names the other row by its id; where the workbook has it, its number stands here instead. */
function otherRow(about: Subject): string {
  const row = about.detail("row") ?? "";
  return /^[\d.]+$/u.test(row) && row.length < 12 ? ` (fila ${row})` : "";
}

function offer(about: Subject): string {
  const options = about.detail("options") ?? "";
  return options === "" || options.length > longestOptions
    ? "Elija una opción de la lista de la celda."
    : `Elija una de estas: ${options}.`;
}

function sameKey({ sheet, key, label }: Subject): string {
  const columns = sheet.keys.find((one) => one.includes(key)) ?? [];
  const labels = columns.map((column) => `«${columnOf(sheet, column).label}»`);
  return labels.length > 1 ? `los mismos ${joinWords(labels, "y")}` : `el mismo valor en «${label}»`;
}
