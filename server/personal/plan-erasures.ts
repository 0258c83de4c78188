import { z } from "zod";
import { acceptanceSchema } from "../../shared/contract/acceptances.ts";
import { isIdentity, personalColumns } from "../../shared/model/personal.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { comparableText } from "../../shared/peers/peer-questions.ts";
import type { KeptRevision } from "../audit/revision-content.ts";
import type { Session } from "../db/database.ts";
import { valuesOfText } from "../db/load-rows.ts";
import { readEntered, readRows, readSaid, type EnteredRevision } from "../db/personal-rows.ts";
import { toJson } from "../db/statement.ts";
import type { StoredRow } from "../sync/stored-row.ts";
import {
  createTokens,
  erasedText,
  eraseAcceptance,
  eraseTyped,
  eraseValues,
  type Erasing,
} from "./erase-values.ts";
import type { Subject } from "./find-subject.ts";

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

export interface ErasurePlan {
  readonly rows: readonly ErasedRow[];
  readonly revisions: readonly ErasedRevision[];
}

type Reading = Pick<Session, "read">;

/** What is to be erased of a person: their rows, all that happened to them, and old versions of others' rows that named them. */
export async function planErasures(
  session: Reading,
  sheets: readonly Sheet[],
  subject: Subject,
): Promise<ErasurePlan> {
  const tokens = createTokens();
  const rows: ErasedRow[] = [];
  const revisions: ErasedRevision[] = [];
  for (const sheet of sheets) {
    const own = subject.rows.get(sheet) ?? [];
    const once = await formerlyNamed(session, sheet, subject, new Set(own));
    const stored = await readRows(session, sheet, [...own, ...once]);
    const isOwn = new Set(own);
    const erasings = new Map(
      stored.map((row): [string, Erasing] => [
        row.id,
        { sheet, row: row.values, named: isOwn.has(row.id) ? undefined : subject.named, tokens },
      ]),
    );
    rows.push(...stored.filter(({ id }) => isOwn.has(id)).map((row) => eraseRow(sheet, row, erasings)));
    const entered = await readEntered(session, sheet, [...own, ...once]);
    revisions.push(...entered.flatMap((one) => eraseRevision(one, erasings)));
  }
  return { rows, revisions };
}

function eraseRow(sheet: Sheet, row: StoredRow, erasings: ReadonlyMap<string, Erasing>): ErasedRow {
  return { sheet, row, values: eraseValues(row.values, erasingOf(erasings, row.id)) };
}

/** Rows that are about somebody else now, and once named the person. */
async function formerlyNamed(
  session: Reading,
  sheet: Sheet,
  { named }: Subject,
  own: ReadonlySet<string>,
): Promise<readonly string[]> {
  const columns = personalColumns(sheet).filter(([, personal]) => isIdentity(personal));
  const said = (await Promise.all(columns.map(([key]) => readSaid(session, sheet, key)))).flat();
  const naming = said.filter((one) => !own.has(one.id) && named.has(comparableText(one.said) ?? ""));
  return [...new Set(naming.map(({ id }) => id))];
}

const typedTexts = z.record(z.string(), z.string());
const acceptances = z.array(acceptanceSchema);

/** Nothing where the version says nothing of the person. */
function eraseRevision(
  { revision, entry }: EnteredRevision,
  erasings: ReadonlyMap<string, Erasing>,
): readonly ErasedRevision[] {
  const erasing = erasingOf(erasings, revision.row);
  const { before, after, accepted, typed, reason } = revision;
  const erase = (text: string) => toJson(eraseValues(valuesOfText(text), erasing));
  const erased: KeptRevision = {
    ...revision,
    before: erase(before),
    after: erase(after),
    reason: reason === null || erasing.named ? reason : erasedText,
    accepted:
      accepted === null
        ? null
        : toJson(acceptances.parse(JSON.parse(accepted)).map((one) => eraseAcceptance(one, erasing))),
    typed: typed === null ? null : toJson(eraseTyped(typedTexts.parse(JSON.parse(typed)), erasing)),
  };
  return toJson(erased) === toJson(revision) ? [] : [{ revision, entry, erased }];
}

function erasingOf(erasings: ReadonlyMap<string, Erasing>, id: string): Erasing {
  const erasing = erasings.get(id);
  if (!erasing) throw new Error(`row ${id} has a history and is not there`);
  return erasing;
}
