import { identityColumns } from "../../shared/model/personal.ts";
import type { Personal } from "../../shared/model/column.ts";
import type { Sheet } from "../../shared/model/sheet.ts";
import type { Row } from "../../shared/model/value.ts";
import { comparableText } from "../../shared/peers/peer-questions.ts";
import type { Session } from "../db/database.ts";
import { readColumns } from "../db/personal-rows.ts";
import { readOnceNamed } from "./once-named.ts";

/** A person whose data the company keeps, and the rows that are about them. */
export interface Subject {
  /** Everything by which rows name them, as comparable texts. */
  readonly named: ReadonlySet<string>;
  /** The rows of each record. */
  readonly rows: ReadonlyMap<Sheet, readonly string[]>;
  /** Rows that say only a name which others have too: nobody knows whose they are. */
  readonly doubtful: number;
}

export type FoundSubject =
  | { readonly ok: true; readonly subject: Subject }
  /** `several`: the words are the name of several people; only a document tells them apart. */
  | { readonly ok: false; readonly code: "unknown" | "several" };

/** What a row says of whom it is about. */
interface Naming {
  readonly sheet: Sheet;
  readonly id: string;
  readonly texts: readonly (readonly [Personal, string])[];
}

/**
 * Finds a person by their document, an account or a name, through whatever columns the definitions mark. Whoever has a
 * document is all rows of that document, and the rows of other records that name one of their accounts or a name that
 * nobody else has. Whom no row names any more is looked for in what the rows once said.
 */
export async function findSubject(
  session: Pick<Session, "read">,
  sheets: readonly Sheet[],
  words: string,
): Promise<FoundSubject> {
  const asked = comparableText(words);
  const namings = (await Promise.all(sheets.map((sheet) => readNamings(session, sheet)))).flat();
  const named = namings.filter(({ texts }) => texts.some((one) => means(one, asked ?? "")));
  if (asked === undefined) return { ok: false, code: "unknown" };
  if (named.length === 0) return namedBefore(session, sheets, asked);
  const documents = new Set(named.flatMap((naming) => textsOf(naming, "document")));
  if (documents.size > 1) return { ok: false, code: "several" };
  const [document] = documents;
  return {
    ok: true,
    subject: document === undefined ? mentioned(namings, asked) : documented(namings, document),
  };
}

/** Numbers are the same with points, dashes and spaces or without. */
function means([personal, text]: Naming["texts"][number], asked: string): boolean {
  const isNumber = personal === "document" || personal === "account";
  return text === asked || (isNumber && text.replaceAll(" ", "") === asked.replaceAll(" ", ""));
}

/** Somebody of whom no record has a document, such as a prospect. */
function mentioned(namings: readonly Naming[], asked: string): Subject {
  const rows = namings.filter(({ texts }) => texts.some(([, text]) => text === asked));
  return { named: new Set([asked]), rows: bySheet(rows), doubtful: 0 };
}

/** Somebody whom only old versions name, of rows that are about others by now. */
async function namedBefore(
  session: Pick<Session, "read">,
  sheets: readonly Sheet[],
  asked: string,
): Promise<FoundSubject> {
  const once = (await Promise.all(sheets.map((sheet) => readOnceNamed(session, sheet)))).flat();
  const meant = once.filter(({ personal, text }) => means([personal, text], asked));
  const named = new Set(meant.map(({ text }) => text));
  if (named.size === 0) return { ok: false, code: "unknown" };
  return { ok: true, subject: { named, rows: new Map(), doubtful: 0 } };
}

function documented(namings: readonly Naming[], document: string): Subject {
  const own = namings.filter((naming) => textsOf(naming, "document").includes(document));
  const others = namings.filter((naming) => textsOf(naming, "document").some((text) => text !== document));
  const elsewhere = new Set(others.flatMap((naming) => textsOf(naming, "name")));
  const names = own.flatMap((naming) => textsOf(naming, "name"));
  const certain = new Set([
    document,
    ...own.flatMap((naming) => textsOf(naming, "account")),
    ...names.filter((name) => !elsewhere.has(name)),
  ]);
  const shared = new Set(names.filter((name) => elsewhere.has(name)));
  const mentions = (one: Naming, of: ReadonlySet<string>) =>
    textsOf(one, "mention").some((text) => of.has(text));
  return {
    named: certain,
    rows: bySheet([...own, ...namings.filter((one) => mentions(one, certain))]),
    doubtful: namings.filter((one) => mentions(one, shared)).length,
  };
}

function bySheet(namings: readonly Naming[]): ReadonlyMap<Sheet, readonly string[]> {
  const rows = new Map<Sheet, string[]>();
  for (const { sheet, id } of namings) rows.set(sheet, [...(rows.get(sheet) ?? []), id]);
  return rows;
}

const textsOf = ({ texts }: Naming, personal: Personal): readonly string[] =>
  texts.flatMap(([one, text]) => (one === personal ? [text] : []));

async function readNamings(session: Pick<Session, "read">, sheet: Sheet): Promise<readonly Naming[]> {
  const columns = identityColumns(sheet);
  if (columns.length === 0) return [];
  const rows = await readColumns(
    session,
    sheet,
    columns.map(([key]) => key),
  );
  return rows.map(({ id, values }) => ({ sheet, id, texts: textsIn(columns, values) }));
}

function textsIn(columns: ReturnType<typeof identityColumns>, values: Row): Naming["texts"] {
  return columns.flatMap(([key, personal]) => {
    const text = comparableText(values[key]);
    return text === undefined ? [] : [[personal, text] as const];
  });
}
