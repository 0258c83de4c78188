/** What the formats say beside the definitions. */
export const words = {
  table: "Formato",
  examples: "Ejemplos",
  examplesPurpose: "Filas de ejemplo: muestran cómo se llena el formato y no se envían.",
  pages: "Página &P de &N",
} as const;
