import type { Me } from "../../../shared/contract.ts";
import { canRead, readableColumns } from "../../../shared/model/access.ts";
import type { Proposal } from "../../../shared/recognition/proposal.ts";
import type { World } from "../../../shared/recognition/world.ts";
import type { Desk } from "./desk.ts";
import { readerOf, type Memory } from "./memory.ts";

/** What recognition knows: the records that the person may read, the people, the day, and what colleagues said. */
export function worldOf({ memory, deps }: Desk, me: Me): World {
  const { context } = readerOf(memory, me, deps.now());
  const sheets = deps.sheets.filter((sheet) => canRead(sheet, me.person.role));
  return memory.learned ? { sheets, context, learned: memory.learned } : { sheets, context };
}

/** The names of the tables that are linked. */
export function linkedTables({ links }: Memory): ReadonlySet<string> {
  return new Set([...links.values()].map(({ link }) => link.tableName));
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
