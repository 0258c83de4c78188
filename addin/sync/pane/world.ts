import type { Me } from "../../../shared/contract.ts";
import { canRead, readableColumns } from "../../../shared/model/access.ts";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import type { World } from "../../../shared/recognition/world.ts";
import type { LinkedPlaces } from "../examine.ts";
import type { Desk } from "./desk.ts";
import { readerOf, type Memory } from "./memory.ts";

/** What recognition knows: the records that the person may read, the people, the day, and what colleagues said. */
export function worldOf({ memory, deps }: Desk, me: Me): World {
  const { context } = readerOf(memory, me, deps.now());
  const sheets = deps.sheets.filter((sheet) => canRead(sheet, me.person.role));
  return memory.learned ? { sheets, context, learned: memory.learned } : { sheets, context };
}

/** What of the workbook is linked already. */
export function linkedPlaces({ links }: Memory): LinkedPlaces {
  const states = [...links.values()];
  return {
    tables: new Set(states.map(({ link }) => link.tableName)),
    matrices: states.flatMap(({ shape }) => (shape?.matrix ? [shape] : [])),
  };
}

/** A proposal without the columns that the person may not see. */
export function visible<P extends Proposal>(proposal: P, world: World, me: Me): P {
  const sheet = world.sheets.find(({ id }) => id === proposal.record);
  const readable = new Set(sheet ? readableColumns(sheet, me.person.role) : []);
  const columns = proposal.columns.map((column) =>
    column.key !== null && !readable.has(column.key) ? { ...column, key: null } : column,
  );
  return { ...proposal, columns };
}
