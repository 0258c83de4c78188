import type { Remains } from "./find-remains.ts";
import type { RowPlace } from "./plan-erasures.ts";

/** What an anonymisation left, for whoever ran it: how much and where; empty where it left nothing. */
export function remainsWords({ rows, files, removals, shared }: Remains): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    [
      "filas son hoy de otra persona y conservan datos escritos cuando nombraban al titular. Revíselas",
      rows.map(rowWords),
    ],
    [
      "archivos siguen en filas que antes nombraban al titular. Ábralos y decida",
      files.map((file) => `${rowWords(file)}: ${file.name}`),
    ],
    [
      "motivos con que se retiraron archivos siguen en la auditoría, que no se cambia",
      removals.map((n) => `entrada ${n}`),
    ],
  ];
  const told = parts
    .filter(([, places]) => places.length > 0)
    .map(
      ([what, places]) => `Quedan: ${places.length} ${what}:\n${places.map((one) => `  ${one}\n`).join("")}`,
    );
  const kept =
    shared > 0 ? [`Quedan: ${shared} contenidos de sus archivos que otra fila también tiene.\n`] : [];
  return [...told, ...kept].join("");
}

const rowWords = ({ sheet, id }: RowPlace): string => `${sheet.label} ${id}`;
