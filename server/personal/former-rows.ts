import { isIdentity, personalColumns } from "../../shared/model/personal.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row, Value } from "../../shared/model/value.ts";
import { comparableText } from "../../shared/peers/peer-questions.ts";
import type { TheirPart } from "./erase-values.ts";

/** What the versions of a row say of a person whom it once named, and names no more. */
export interface FormerRow {
  /** For each version, what it said before, what it says, and whether its reason may tell of the person. */
  readonly versions: readonly {
    readonly before: TheirPart;
    readonly after: TheirPart;
    readonly hasTheirReason: boolean;
  }[];
  /** Columns that said of somebody else too what was written while the row named the person: nobody knows whose it is. */
  readonly doubtful: readonly string[];
}

/**
 * Replays a row that is about somebody else today. Only what no version said of anybody else is the person's, and never
 * what stands in the row now. `afters` are the changes of its versions, oldest first.
 */
export function replayFormer(sheet: Sheet, afters: readonly Row[], named: ReadonlySet<string>): FormerRow {
  const states = statesOf(afters);
  const isTheirs = states.map((state) => namesPerson(sheet, state, named));
  const spans = personalColumns(sheet).flatMap(([key, personal]) =>
    spansOf(key, afters).map((span) => {
      const isName = isIdentity(personal) && named.has(comparableText(span.value) ?? "");
      const isReplaced = span.to < states.length;
      const isErased = isReplaced && (isName || isTheirs.slice(span.from, span.to).every(Boolean));
      return { ...span, key, isErased, isDoubtful: !isErased && (isName || isTheirs[span.from] === true) };
    }),
  );
  const partAt = (at: number): TheirPart => {
    const erased = spans.filter(({ from, to, isErased }) => isErased && from <= at && at < to);
    return { columns: new Set(erased.map(({ key }) => key)), isTheirs: isTheirs[at] ?? false, named };
  };
  return {
    versions: afters.map((_, index) => {
      const [before, after] = [partAt(index), partAt(index + 1)];
      return { before, after, hasTheirReason: before.isTheirs || after.isTheirs };
    }),
    doubtful: [...new Set(spans.filter(({ isDoubtful }) => isDoubtful).map(({ key }) => key))],
  };
}

/** The row before its first version and after each. */
function statesOf(afters: readonly Row[]): readonly Row[] {
  const states: Row[] = [{}];
  for (const after of afters) states.push({ ...states.at(-1), ...after });
  return states;
}

/** Where a column kept a value, from one state to the one before another value; beyond the last state where it stands now. */
function spansOf(key: string, afters: readonly Row[]) {
  const writes = afters.flatMap((after, index): { from: number; value: Value }[] =>
    Object.hasOwn(after, key) ? [{ from: index + 1, value: after[key] ?? null }] : [],
  );
  return writes
    .map((write, index) => ({ ...write, to: writes[index + 1]?.from ?? afters.length + 1 }))
    .filter(({ value }) => value !== null);
}

/** As a person is found: where there is a document, it alone decides. */
function namesPerson(sheet: Sheet, state: Row, named: ReadonlySet<string>): boolean {
  const texts = personalColumns(sheet).flatMap(([key, personal]) => {
    const text = comparableText(state[key]);
    return text === undefined || !isIdentity(personal) ? [] : [{ personal, text }];
  });
  const documents = texts.filter(({ personal }) => personal === "document");
  return (documents.length > 0 ? documents : texts).some(({ text }) => named.has(text));
}
