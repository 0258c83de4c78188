import { limits, type PullAnswer } from "../../shared/contract.ts";
import { ownColumn, readableColumns, type Person } from "../../shared/model/access.ts";
import { computeRow } from "../../shared/model/check-row.ts";
import type { Context } from "../../shared/model/kind.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Changes, ChangesQuery } from "../db/read-changes.ts";
import { acceptancesInForce, toldAcceptances } from "./accept-warnings.ts";
import { valueOf } from "./merge.ts";
import { toldStatus } from "./verify-rows.ts";

/** Characters of stored values in one page, so that an answer stays small whatever 2,000 rows hold. */
const pageCharacters = 3_500_000;

export interface PullRequest {
  readonly sheet: Sheet;
  readonly person: Person;
  readonly since: { readonly epoch: string; readonly seq: number } | null;
  readonly from?: string | undefined;
}

export interface PullWorld {
  readonly epoch: string;
  readonly context: Context;
  seq(): Promise<number>;
  changes(query: ChangesQuery): Promise<Changes>;
}

/** What changed in a record since somebody's last pull, as far as they may see it. */
export async function pull(
  { sheet, person, since, from }: PullRequest,
  world: PullWorld,
): Promise<PullAnswer> {
  const column = ownColumn(sheet, person.role, "read");
  const columns = readableColumns(sheet, person.role);
  const changes = await world.changes({
    // By a day that is hidden from them nobody asks, or `from` would tell it.
    sheet: { ...sheet, period: sheet.period.filter((key) => columns.includes(key)) },
    after: await startOf(since, world),
    first: since === null,
    own: column === undefined ? undefined : { column, person: person.id },
    from,
    rows: limits.pageRows,
    characters: pageCharacters,
  });
  const { nameOf } = world.context.people;
  const present = changes.rows.filter(({ visible, voided }) => visible && !voided);
  const gone = changes.rows.filter(({ visible, voided }) => !visible || voided);
  return {
    next: { epoch: world.epoch, seq: changes.more ? (changes.rows.at(-1)?.seq ?? changes.seq) : changes.seq },
    more: changes.more,
    columns: [...columns],
    rows: present.map(({ id, version, values, accepted, status }) => {
      const row = computeRow(sheet, values, world.context);
      const told = toldAcceptances(acceptancesInForce(accepted, values), columns, nameOf);
      return {
        id,
        version,
        values: columns.map((key) => valueOf(row, key)),
        ...told,
        ...toldStatus(status, nameOf),
      };
    }),
    // What became of a row that is no longer theirs to read is not told either.
    removed: gone.map(({ id, visible }) => ({ id, why: visible ? "voided" : "not-visible" })),
  };
}

/**
 * A cursor of another history, or one ahead of this one, is worth nothing: everything comes again, and with it which
 * rows are gone, for the workbook may still show them.
 */
async function startOf(since: PullRequest["since"], world: PullWorld): Promise<number> {
  if (!since || since.epoch !== world.epoch) return 0;
  return since.seq > (await world.seq()) ? 0 : since.seq;
}
