import { ExcelCollection, ExcelObject } from "./excel-object.ts";
import { apiNotFound, invalidArgument } from "./host-error.ts";

/** `GetRange` → `getRange`, `_RegisterDataChangedEvent` → `_registerDataChangedEvent`. */
const memberName = (protocolName: string): string =>
  protocolName.replace(
    /^(_*)(\p{Lu})/u,
    (_, underscores: string, first: string) => underscores + first.toLowerCase(),
  );

const protocolName = (member: string): string => member[0]?.toUpperCase() + member.slice(1);

/** The member's descriptor, looked up on the prototypes only: fields are the model's own business. */
function descriptorOf(object: ExcelObject, member: string): PropertyDescriptor | undefined {
  let prototype: unknown = Object.getPrototypeOf(object);
  while (prototype instanceof ExcelObject) {
    const found = Object.getOwnPropertyDescriptor(prototype, member);
    if (found && member !== "constructor") return found;
    prototype = Object.getPrototypeOf(prototype);
  }
  return undefined;
}

/** Calls a documented method; `ApiNotFound` if the model lacks it. */
export function callMember(object: ExcelObject, name: string, args: readonly unknown[]): unknown {
  const method: unknown = descriptorOf(object, memberName(name))?.value;
  if (typeof method !== "function") throw apiNotFound(object.constructor.name, memberName(name));
  return Reflect.apply(method, object, args);
}

/** Reads a documented property; `ApiNotFound` if the model lacks it. */
export function readMember(object: ExcelObject, name: string): unknown {
  const getter = descriptorOf(object, memberName(name))?.get;
  if (!getter) throw apiNotFound(object.constructor.name, memberName(name));
  return Reflect.apply(getter, object, []);
}

/** Sets a documented property; `ApiNotFound` if the model lacks it, `InvalidArgument` if it is read-only. */
export function writeMember(object: ExcelObject, name: string, value: unknown): void {
  const descriptor = descriptorOf(object, memberName(name));
  if (!descriptor) throw apiNotFound(object.constructor.name, memberName(name));
  if (!descriptor.set) throw invalidArgument(`${memberName(name)} is read-only`);
  Reflect.apply(descriptor.set, object, [value]);
}

/** Every scalar of the object under its protocol name: what an empty `load()` gives. */
export function scalarsOf(object: ExcelObject): Record<string, unknown> {
  const scalars: Record<string, unknown> = {};
  let prototype: unknown = Object.getPrototypeOf(object);
  while (prototype instanceof ExcelObject) {
    for (const [member, { get }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (!get || member === "items") continue;
      const value: unknown = Reflect.apply(get, object, []);
      if (!isModelValue(value)) scalars[protocolName(member)] ??= value;
    }
    prototype = Object.getPrototypeOf(prototype);
  }
  return scalars;
}

/** An object of the model, or the absence of one: a thing to walk into, never a value to send. */
const isModelValue = (value: unknown): boolean => value instanceof ExcelObject;

export const isCollection = (value: unknown): value is ExcelCollection<ExcelObject> =>
  value instanceof ExcelCollection;
