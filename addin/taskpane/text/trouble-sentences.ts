import type { Trouble } from "../../sync/session.ts";
import { joinWords } from "./condition.ts";
import { formatCount } from "./numbers.ts";

/** What the user can do about a troubled table. */
export type TroubleAct = "restore-headers" | "restore-columns" | "insert-again" | "forget" | "go-to";

/** What is wrong with a table, and the ways out. */
export interface TroubleText {
  readonly code: Trouble["code"];
  readonly sentence: string;
  /** The ways out, the likeliest first. */
  readonly acts: readonly TroubleAct[];
}

/** A column that a trouble speaks of. */
interface Named {
  /** The label that the format gives it. */
  readonly column: string;
  /** What the header says now, where that is another thing. */
  readonly header: string;
}

/** What keeps a table from being read or written as it should, each kind of trouble once for all its columns. */
export function troubleTexts(
  troubles: readonly Trouble[],
  labelOf: (column: string) => string,
): readonly TroubleText[] {
  const codes = [...new Set(troubles.map(({ code }) => code))];
  return codes.map((code) => {
    const named = troubles
      .filter((trouble) => trouble.code === code)
      .map((trouble) => ({
        column: "column" in trouble ? labelOf(trouble.column) : "",
        header: "header" in trouble ? trouble.header : "",
      }));
    return { code, sentence: sentences[code](named), acts: acts[code] };
  });
}

const sentences: Readonly<Record<Trouble["code"], (named: readonly Named[]) => string>> = {
  "table-missing": () => "La tabla ya no está en el libro. Lo sincronizado sigue guardado en el servicio.",
  protected: () =>
    "La hoja está protegida y no se puede escribir en ella. Quite la protección con Desproteger hoja, en la cinta de Excel.",
  "header-renamed": (named) =>
    named.length === 1
      ? `El encabezado ${named.map(renaming).join("")}. Lo escrito se envía igual; restáurelo para que todos lo reconozcan.`
      : `Cambiaron ${formatCount(named.length)} encabezados: ${joinWords(named.map(renaming), "y")}. Lo escrito se envía igual; restáurelos para que todos los reconozcan.`,
  "column-missing": (named) =>
    named.length === 1
      ? `Falta la columna ${labels(named)} y por eso no se envía. Restáurela con lo que está guardado, o deshaga el borrado con Ctrl+Z.`
      : `Faltan las columnas ${labels(named)} y por eso no se envían. Restáurelas con lo que está guardado, o deshaga el borrado con Ctrl+Z.`,
  "control-column-missing": () =>
    "Falta la columna oculta que reconoce cada fila, y mientras tanto nada se envía. Restáurela: las filas se reconocen por lo que dicen.",
};

const renaming = ({ column, header }: Named): string => `«${column}» ahora dice «${header}»`;

const labels = (named: readonly Named[]): string =>
  joinWords(
    named.map(({ column }) => `«${column}»`),
    "y",
  );

/** A table whose reference column is gone is nowhere to go to, as it is not read at all. */
const acts: Readonly<Record<Trouble["code"], readonly TroubleAct[]>> = {
  "table-missing": ["insert-again", "forget"],
  protected: ["go-to"],
  "header-renamed": ["restore-headers", "go-to"],
  "column-missing": ["restore-columns", "go-to"],
  "control-column-missing": ["restore-columns", "insert-again"],
};

export const troubleActLabels: Readonly<Record<TroubleAct, string>> = {
  "restore-headers": "Restaurar encabezados",
  "restore-columns": "Restaurar columnas",
  "insert-again": "Insertar de nuevo",
  forget: "Quitar de la lista",
  "go-to": "Ir a la hoja",
};
