import type { Column } from "../column.ts";
import type { Context } from "../kind.ts";
import type { Row, Value } from "../value.ts";

type Plain = Column<string> | Column<number>;

/** A column whose value follows from the others of its row; nobody types it. */
export function computed<C extends Plain>(column: C, compute: (row: Row, context: Context) => Value): C {
  return { ...column, compute };
}

/** A column whose value the service keeps; nobody types it. */
export function keptByService<C extends Plain>(column: C): C {
  return { ...column, keptByService: true };
}
