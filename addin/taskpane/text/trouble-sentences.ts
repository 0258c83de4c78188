import type { Trouble } from "../../sync/session.ts";

/** What the user can do about a troubled table. */
export type TroubleAct = "restore-headers" | "insert-again" | "forget" | "go-to";

export interface TroubleText {
  readonly sentence: string;
  /** The ways out, the likeliest first. */
  readonly acts: readonly TroubleAct[];
}

/** Names in the sheet that a trouble speaks of. */
interface Names {
  /** The label of the column that the format gives it. */
  readonly column: string;
  /** What the header says now. */
  readonly header: string;
}

/** What keeps a table from being read or written, and the ways out. */
export function troubleText(trouble: Trouble, labelOf: (column: string) => string): TroubleText {
  const column = "column" in trouble ? labelOf(trouble.column) : "";
  const header = "header" in trouble ? trouble.header : "";
  return texts[trouble.code]({ column, header });
}

const texts: Readonly<Record<Trouble["code"], (names: Names) => TroubleText>> = {
  "table-missing": () => ({
    sentence: "La tabla ya no está en el libro. Lo sincronizado sigue guardado en el servicio.",
    acts: ["insert-again", "forget"],
  }),
  protected: () => ({
    sentence:
      "La hoja está protegida y no se puede escribir en ella. Quite la protección en Revisar › Desproteger hoja.",
    acts: ["go-to"],
  }),
  "header-renamed": ({ column, header }) => ({
    sentence: `El encabezado «${column}» ahora dice «${header}», y esa columna no se envía.`,
    acts: ["restore-headers", "go-to"],
  }),
  "column-missing": ({ column }) => ({
    sentence: `Falta la columna «${column}». Deshaga el borrado con Ctrl+Z o inserte el formato de nuevo.`,
    acts: ["insert-again", "go-to"],
  }),
  "control-column-missing": () => ({
    sentence:
      "Falta la columna oculta que reconoce cada fila. Deshaga el borrado con Ctrl+Z o inserte el formato de nuevo.",
    acts: ["insert-again", "forget"],
  }),
};

export const troubleActLabels: Readonly<Record<TroubleAct, string>> = {
  "restore-headers": "Restaurar encabezados",
  "insert-again": "Insertar de nuevo",
  forget: "Quitar de la lista",
  "go-to": "Ir a la hoja",
};
