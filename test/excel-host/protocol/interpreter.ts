import { ExcelObject, itemByKey } from "./excel-object.ts";
import { HostError, invalidArgument, invalidObjectPath, itemNotFound } from "./host-error.ts";
import { callMember, isCollection, readMember, writeMember } from "./members.ts";
import type { Action, ArgumentInfo, Batch, BatchAnswer, BatchError, ObjectPath } from "./messages.ts";
import { identityOf, query } from "./query.ts";
import type { References } from "./references.ts";

const PATH = { root: 1, method: 3, property: 4, indexer: 5, reference: 6, nothing: 7 };
const ACTION = { instantiate: 1, query: 2, call: 3, set: 4, trace: 5 };

export interface InterpreterParts {
  root: ExcelObject;
  references: References;
  /** Resolves when formulas are calculated; asked before anything is read. */
  calculated: () => Promise<void>;
  /** Runs each piece of work in the add-in's name. */
  inAddinsName: <T>(work: () => T) => T;
}

/**
 * Carries out one batch of the library in order. On a failure it stops and adds the error; what was done before it
 * stays done, as in Excel.
 */
export async function interpret(parts: InterpreterParts, batch: Batch): Promise<BatchAnswer> {
  const paths = new Paths(parts, batch.ObjectPaths);
  const answer: BatchAnswer = { Results: [] };
  for (const [index, action] of batch.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.query || action.ActionType === ACTION.call) await parts.calculated();
      const value = parts.inAddinsName(() => perform(parts, paths, action));
      answer.Results.push({ ActionId: action.Id, Value: value });
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      answer.Error = batchError(failure, index, action.Name ?? "");
      break;
    }
  }
  return answer;
}

function perform(parts: InterpreterParts, paths: Paths, action: Action): unknown {
  if (action.ActionType === ACTION.trace) return null;
  const target = paths.resolve(action.ObjectPathId);
  if (!target) return onNothing(action);
  const name = action.Name ?? "";
  if (action.ActionType === ACTION.instantiate) return identityOf(target);
  if (action.ActionType === ACTION.query) return query(target, action.QueryInfo ?? {});
  const args = paths.arguments(action.ArgumentInfo);
  if (action.ActionType === ACTION.set) return writeMember(target, name, args[0]) ?? null;
  if (action.ActionType !== ACTION.call) throw invalidArgument(`action type ${action.ActionType}`);
  if (name === "_KeepReference") return parts.references.keep(target);
  return callMember(target, name, args.map(givenOrOmitted)) ?? null;
}

/** A null object is asked in vain; told to do something, it is not found. */
function onNothing({ ActionType, Name }: Action): null {
  const isAsked =
    ActionType === ACTION.instantiate || ActionType === ACTION.query || Name === "_KeepReference";
  if (!isAsked) throw itemNotFound(`${Name ?? ""} of a null object`);
  return null;
}

/** The object paths of one batch. Each is resolved once, so that a path that adds something adds it once. */
class Paths {
  readonly #parts: InterpreterParts;
  readonly #paths: Record<string, ObjectPath>;
  readonly #resolved = new Map<number, ExcelObject | null>();

  constructor(parts: InterpreterParts, paths: Record<string, ObjectPath>) {
    this.#parts = parts;
    this.#paths = paths;
  }

  /** The object behind a path, `null` for a null object. */
  resolve(id: number): ExcelObject | null {
    const known = this.#resolved.get(id);
    const found = known === undefined ? this.#walk(id) : known;
    // A kept object answers to its reference from now on; others may be re-read, as adding is not repeated.
    this.#resolved.set(id, found);
    return found;
  }

  /** A method's arguments, with the objects among them put in place of their path ids. */
  arguments(info: ArgumentInfo | null | undefined): unknown[] {
    return this.#fill(info?.Arguments ?? [], info?.ReferencedObjectPathIds ?? []);
  }

  #walk(id: number): ExcelObject | null {
    const path = this.#paths[id];
    if (!path) throw invalidObjectPath(`path ${id}`);
    const name = path.Name ?? "";
    if (path.ObjectPathType === PATH.root) return this.#parts.root;
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.reference) return this.#parts.references.get(name);
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    return objectOrNull(this.#step(parent, path, name), name);
  }

  #step(parent: ExcelObject, path: ObjectPath, name: string): unknown {
    if (path.ObjectPathType === PATH.method)
      return callMember(parent, name, this.arguments(path.ArgumentInfo).map(givenOrOmitted));
    if (path.ObjectPathType === PATH.property) return readMember(parent, name);
    if (path.ObjectPathType === PATH.indexer && isCollection(parent))
      return parent[itemByKey](this.arguments(path.ArgumentInfo)[0]);
    throw invalidObjectPath(`path type ${path.ObjectPathType} ${name}`);
  }

  #fill(args: readonly unknown[], ids: readonly unknown[]): unknown[] {
    return args.map((argument, index) => {
      const id = ids[index];
      if (Array.isArray(id) && Array.isArray(argument)) return this.#fill(argument, id);
      if (typeof id === "number" && id !== 0) return this.resolve(id);
      return isNested(argument) ? this.#fillNested(argument) : argument;
    });
  }

  /** Objects inside plain arguments travel as `{ _ObjectPathId }`. */
  #fillNested(value: Record<string, unknown>): unknown {
    if (typeof value._ObjectPathId === "number") return this.resolve(value._ObjectPathId);
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      isNested(inner) ? this.#fillNested(inner) : inner,
    ]);
    return Object.fromEntries(entries);
  }
}

/** Arguments left out arrive as null. */
const givenOrOmitted = (argument: unknown): unknown => argument ?? undefined;

const isNested = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function objectOrNull(value: unknown, name: string): ExcelObject | null {
  if (value === null || value instanceof ExcelObject) return value;
  throw invalidObjectPath(`${name} is not an object`);
}

const batchError = (failure: HostError, index: number, location: string): BatchError => ({
  Code: failure.code,
  Message: failure.message,
  ActionIndex: index,
  Location: location,
  HttpStatusCode: failure.code === "ItemNotFound" || failure.code === "ApiNotFound" ? 404 : 400,
});
