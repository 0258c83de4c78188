import type { Check, Column, ColumnOptions } from "../column.ts";
import type { Kind } from "../kind.ts";

/** A column of a kind, with the options that every column may have. */
export function buildColumn<V extends string | number>(
  kind: Kind,
  options: ColumnOptions,
  checks: readonly Check[] = [],
): Column<V> {
  const { label, required, onlyWhen, read, write, synonyms, hint, width, personal } = options;
  return {
    kind,
    checks,
    label,
    ...(required === undefined ? {} : { required }),
    ...(onlyWhen === undefined ? {} : { onlyWhen }),
    ...(read === undefined ? {} : { read }),
    ...(write === undefined ? {} : { write }),
    ...(synonyms === undefined ? {} : { synonyms }),
    ...(hint === undefined ? {} : { hint }),
    ...(width === undefined ? {} : { width }),
    ...(personal === undefined ? {} : { personal }),
  };
}
