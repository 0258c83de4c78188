import { isTyped } from "./column.ts";
import type { Issue } from "./issue.ts";
import type { Context } from "./kind.ts";
import type { PeerRule } from "./peer-rule.ts";
import { columnOf, typedColumns, type RowRule, type Sheet } from "./sheet.ts";
import type { MutableRow, Row, Value } from "./value.ts";

/** What a warning was accepted for: the value of its column, and what else it came from. */
interface AcceptedFor {
  readonly column: string;
  readonly value: Value;
  readonly given?: Row;
}

/** Whether an acceptance holds for a row: all that its warning came from says what it said, of columns that the row has. */
export function holdsFor({ column, value, given = {} }: AcceptedFor, row: Row): boolean {
  return (
    (row[column] ?? null) === value &&
    Object.entries(given).every(([key, said]) => !(key in row) || row[key] === said)
  );
}

/** What a row says in the columns that a warning comes from. */
export function givenFor(
  sheet: Sheet,
  { column, code }: Pick<Issue, "column" | "code">,
  row: Row,
  context: Context,
): Row {
  const isOf = ({ on, finding }: Pick<RowRule<Row>, "on" | "finding"> | PeerRule) =>
    on === column && finding.code === code;
  const rules = sheet.rules.filter(isOf);
  const peers = (sheet.peers ?? []).filter(isOf);
  const read = [
    ...rules.flatMap((rule) => columnsRead(rule, row, context)),
    ...peers.flatMap(columnsMatched),
  ];
  // Of what is told by no rule, or from computed columns, nobody knows what it comes from: then it is the whole row.
  const isKnown = read.length > 0 && read.every((key) => isTyped(columnOf(sheet, key)));
  const given: MutableRow = {};
  for (const key of isKnown ? read : typedColumns(sheet).map(([typed]) => typed))
    given[key] = row[key] ?? null;
  return given;
}

/** The columns that a rule looks at in a row. While they say the same, it comes to the same. */
function columnsRead(rule: RowRule<Row>, row: Row, context: Context): readonly string[] {
  const read = new Set<string>();
  const watched = new Proxy(row, {
    get(target, key) {
      if (typeof key !== "string") return undefined;
      read.add(key);
      return target[key];
    },
  });
  rule.holds(watched, context);
  return [...read];
}

function columnsMatched({ match, within, otherThan, when }: PeerRule): readonly string[] {
  return [
    ...match.map(([own]) => own),
    ...(within?.own ?? []),
    ...(otherThan ? [otherThan[0]] : []),
    ...(when ? [when.column] : []),
  ];
}
