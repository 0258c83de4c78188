import type { Column, ColumnOptions } from "../model/column.ts";
import { choice } from "../model/kinds/choice.ts";

/** The company's split of the market, set by the type of contract; it is not the type of producer. */
export function market(
  options: Omit<ColumnOptions, "label" | "synonyms">,
): Column<"regulated" | "unregulated"> {
  return choice({
    label: "Mercado",
    synonyms: ["Mdo", "Tipo de mercado"],
    options: {
      regulated: { label: "Regulado", synonyms: ["Mercado regulado", "Reg", "R"] },
      unregulated: { label: "No regulado", synonyms: ["Mercado no regulado", "No reg", "NR", "Desregulado"] },
    },
    ...options,
  });
}
