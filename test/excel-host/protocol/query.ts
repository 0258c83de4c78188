import { ExcelObject, identity, referenceId } from "./excel-object.ts";
import { isCollection, readMember, scalarsOf } from "./members.ts";
import type { QueryInfo } from "./messages.ts";

type Selection = Map<string, Selection>;

/** What `load` asked of an object or a collection, in the shape the library reads back. */
export function query(target: ExcelObject, info: QueryInfo): unknown {
  const paths = [...(info.Select ?? []), ...(info.Expand ?? [])].filter((path) => path !== "$none");
  return answer(target, selectionOf(paths), info);
}

/** What instantiating a path says: the keys that let the library find the object again. */
export function identityOf(target: ExcelObject): Record<string, unknown> {
  const reference = target[referenceId];
  return { ...target[identity](), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
}

function answer(target: ExcelObject, selection: Selection, page: QueryInfo = {}): Record<string, unknown> {
  if (!isCollection(target)) return answerObject(target, selection);
  const own = new Map([...selection].filter(([name]) => name === "count"));
  const ofItems = new Map([...selection].filter(([name]) => name !== "count"));
  const first = page.Skip ?? 0;
  const items = target.items.slice(first, page.Top ? first + page.Top : undefined);
  const fields = own.size ? answerObject(target, own) : {};
  return own.size && !ofItems.size
    ? fields
    : { ...fields, _Items: items.map((item) => answer(item, ofItems)) };
}

function answerObject(target: ExcelObject, selection: Selection): Record<string, unknown> {
  const fields: Record<string, unknown> = identityOf(target);
  if (!selection.size || selection.has("$all")) Object.assign(fields, scalarsOf(target));
  for (const [name, nested] of selection) {
    if (name === "$all") continue;
    const value = readMember(target, name);
    fields[pascal(name)] = value instanceof ExcelObject ? answer(value, nested) : value;
  }
  return fields;
}

/** `["name", "format/fill/color"]` as a tree; `items` segments mean the collection itself. */
function selectionOf(paths: readonly string[]): Selection {
  const root: Selection = new Map();
  for (const path of paths) {
    let at = root;
    for (const segment of path.split("/").filter((name) => name !== "items")) {
      const next = at.get(segment) ?? new Map();
      at.set(segment, next);
      at = next;
    }
  }
  return root;
}

const pascal = (name: string): string => name[0]?.toUpperCase() + name.slice(1);
