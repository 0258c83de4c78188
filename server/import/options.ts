import { parseArgs } from "node:util";

/** What `npm run import` was asked. */
export interface ImportOptions {
  readonly files: readonly string[];
  /** E-mail of the account whose permissions hold and whose name the history keeps. */
  readonly as: string;
  readonly writes: boolean;
  /** Rows that were understood with a remark are imported too. */
  readonly acceptsDoubts: boolean;
  /** Where the rows go that were not imported, with why. */
  readonly report: string | undefined;
  readonly answers: Answers;
}

/** What was said in advance to questions that recognition asks; columns by key or label. */
export interface Answers {
  readonly dayFirst: readonly string[];
  readonly monthFirst: readonly string[];
  readonly pesos: readonly string[];
  readonly millions: readonly string[];
  /** `COLUMNA=VALOR`, `ENCABEZADO=COLUMNA`, `HOJA=REGISTRO`, `HOJA=FILA`. */
  readonly values: readonly Pair[];
  readonly columns: readonly Pair[];
  readonly records: readonly Pair[];
  readonly headers: readonly Pair[];
}

export interface Pair {
  readonly name: string;
  readonly said: string;
}

export const usage = `Uso:
  npm run import -- LIBRO.xlsx… --as CORREO            informa qué se importaría; no escribe nada
  npm run import -- LIBRO.xlsx… --as CORREO --write    importa las filas buenas
Con el servicio detenido. Repetirlo no duplica nada: cada fila se reconoce por lo que dice.
  --as CORREO              la cuenta con cuyos permisos se importa y que queda en la historia
  --report ARCHIVO.csv     lo que no se importó, con el porqué
  --dry-run                solo informar, aunque diga --write
  --accept-doubts          importa también lo que se entendió con una duda (cada una está en el informe)
Respuestas a lo que no se puede saber (una opción por respuesta, tantas veces como haga falta):
  --day-first COLUMNA      sus fechas escritas como texto son día/mes     --month-first COLUMNA   son mes/día
  --pesos COLUMNA          sus números son pesos                          --millions COLUMNA      son millones
  --value COLUMNA=VALOR    lo que vale para todas las filas, como el año
  --column ENCABEZADO=COLUMNA   qué es una columna del libro (=- si es propia y no se importa)
  --record HOJA=REGISTRO   qué registro es una hoja     --header HOJA=FILA   en qué fila está su encabezado
Termina con 0 si todo quedó importado o ya estaba, con 1 si algo quedó por fuera, con 2 si no se pudo empezar.
`;

const many = { type: "string", multiple: true, default: [] as string[] } as const;

/** Reads the words of the command; undefined where they make no sense. */
export function readOptions(words: readonly string[]): ImportOptions | undefined {
  const parsed = parse(words);
  if (!parsed) return undefined;
  const { values, positionals: files } = parsed;
  const pairs = [values.value, values.column, values.record, values.header].map((said) => said.map(pairOf));
  const [contexts = [], columns = [], records = [], headers = []] = pairs.map((some) =>
    some.flatMap((pair) => pair ?? []),
  );
  const isWhole = pairs.every((some) => some.every((pair) => pair !== undefined));
  if (files.length === 0 || values.as === undefined || !isWhole) return undefined;
  return {
    files,
    as: values.as,
    acceptsDoubts: values["accept-doubts"],
    writes: values.write && !values["dry-run"],
    report: values.report,
    answers: {
      dayFirst: values["day-first"],
      monthFirst: values["month-first"],
      pesos: values.pesos,
      millions: values.millions,
      values: contexts,
      columns,
      records,
      headers,
    },
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        as: { type: "string" },
        write: { type: "boolean", default: false },
        "dry-run": { type: "boolean", default: false },
        "accept-doubts": { type: "boolean", default: false },
        report: { type: "string" },
        "day-first": many,
        "month-first": many,
        pesos: many,
        millions: many,
        value: many,
        column: many,
        record: many,
        header: many,
      },
    });
  } catch (error) {
    if (error instanceof TypeError && "code" in error) return undefined;
    throw error;
  }
}

/** The last sign of equality divides: headers have more of them than columns. */
function pairOf(text: string): Pair | undefined {
  const at = text.lastIndexOf("=");
  return at < 1 ? undefined : { name: text.slice(0, at), said: text.slice(at + 1) };
}
