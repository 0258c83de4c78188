import { z } from "zod";
import { acceptanceSchema } from "../../shared/contract/acceptances.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import type { KeptRevision } from "../audit/revision-content.ts";
import { erasedText } from "../db/erased-text.ts";
import type { Session } from "../db/database.ts";
import { valuesOfText } from "../db/load-rows.ts";
import { readEntered, readRows, type EnteredRevision } from "../db/personal-rows.ts";
import { toJson } from "../db/statement.ts";
import type { StoredRow } from "../sync/stored-row.ts";
import {
  createTokens,
  eraseAcceptance,
  eraseTyped,
  eraseValues,
  type Erasing,
  type Tokens,
} from "./erase-values.ts";
import type { Subject } from "./find-subject.ts";
import { readFormer, type FormerlyTheirs } from "./read-former.ts";

/** A version with what it says once the person's data are erased. */
export interface ErasedRevision extends EnteredRevision {
  readonly erased: KeptRevision;
}

/** A row of the person, as it will stand. */
export interface ErasedRow {
  readonly sheet: Sheet;
  readonly row: StoredRow;
  readonly values: Row;
}

/** A row of a record, by its id. */
export interface RowPlace {
  readonly sheet: Sheet;
  readonly id: string;
}

export interface ErasurePlan {
  readonly rows: readonly ErasedRow[];
  readonly revisions: readonly ErasedRevision[];
  /** Rows that are about somebody else today, and once named the person. */
  readonly former: readonly RowPlace[];
  /** Those of them that say of somebody else too what was written while they named the person; it stays. */
  readonly doubtful: readonly RowPlace[];
}

type Reading = Pick<Session, "read">;

/** What is to be erased of a person: their rows, all that happened to them, and old versions of others' rows that named them. */
export async function planErasures(
  session: Reading,
  sheets: readonly Sheet[],
  subject: Subject,
): Promise<ErasurePlan> {
  const tokens = createTokens();
  const plans: ErasurePlan[] = [];
  for (const sheet of sheets) {
    plans.push(await planOwn(session, sheet, subject, tokens));
    plans.push(await planFormer(session, sheet, subject, tokens));
  }
  return {
    rows: plans.flatMap(({ rows }) => rows),
    revisions: plans.flatMap(({ revisions }) => revisions),
    former: plans.flatMap(({ former }) => former),
    doubtful: plans.flatMap(({ doubtful }) => doubtful),
  };
}

async function planOwn(
  session: Reading,
  sheet: Sheet,
  subject: Subject,
  tokens: Tokens,
): Promise<ErasurePlan> {
  const ids = subject.rows.get(sheet) ?? [];
  const stored = await readRows(session, sheet, ids);
  const erasings = new Map(
    stored.map((row): [string, Erasing] => [row.id, { sheet, row: row.values, tokens, version: undefined }]),
  );
  const entered = await readEntered(session, sheet, ids);
  return {
    rows: stored.map((row) => ({ sheet, row, values: eraseValues(row.values, erasingOf(erasings, row.id)) })),
    revisions: entered.flatMap((one) => {
      const erasing = erasingOf(erasings, one.revision.row);
      return eraseRevision(one, { before: erasing, after: erasing, hasTheirReason: true });
    }),
    former: [],
    doubtful: [],
  };
}

async function planFormer(
  session: Reading,
  sheet: Sheet,
  subject: Subject,
  tokens: Tokens,
): Promise<ErasurePlan> {
  const former = await readFormer(session, sheet, subject);
  const placeOf = ({ row }: FormerlyTheirs): RowPlace => ({ sheet, id: row.id });
  return {
    rows: [],
    revisions: former.flatMap(({ row, versions }) => {
      const erasing = { sheet, row: row.values, tokens };
      return versions.flatMap(({ says: { before, after, hasTheirReason }, ...one }) =>
        eraseRevision(one, {
          before: { ...erasing, version: before },
          after: { ...erasing, version: after },
          hasTheirReason,
        }),
      );
    }),
    former: former.map(placeOf),
    doubtful: former.filter(({ isDoubtful }) => isDoubtful).map(placeOf),
  };
}

const typedTexts = z.record(z.string(), z.string());
const acceptances = z.array(acceptanceSchema);

interface VersionErasing {
  readonly before: Erasing;
  readonly after: Erasing;
  readonly hasTheirReason: boolean;
}

/** Nothing where the version says nothing of the person. */
function eraseRevision(
  { revision, entry }: EnteredRevision,
  { before, after, hasTheirReason }: VersionErasing,
): readonly ErasedRevision[] {
  const { accepted, typed, reason } = revision;
  const erase = (text: string, erasing: Erasing) => toJson(eraseValues(valuesOfText(text), erasing));
  const erased: KeptRevision = {
    ...revision,
    before: erase(revision.before, before),
    after: erase(revision.after, after),
    reason: reason !== null && hasTheirReason ? erasedText : reason,
    accepted:
      accepted === null
        ? null
        : toJson(acceptances.parse(JSON.parse(accepted)).map((one) => eraseAcceptance(one, after))),
    typed: typed === null ? null : toJson(eraseTyped(typedTexts.parse(JSON.parse(typed)), after)),
  };
  return toJson(erased) === toJson(revision) ? [] : [{ revision, entry, erased }];
}

function erasingOf(erasings: ReadonlyMap<string, Erasing>, id: string): Erasing {
  const erasing = erasings.get(id);
  if (!erasing) throw new Error(`row ${id} has a history and is not there`);
  return erasing;
}
