import type { Role } from "./role.ts";
import { normalise } from "../text/normalise.ts";

/** A person of the company as rows refer to them. */
export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** The people whom a reference may name. */
export interface Directory {
  readonly people: readonly DirectoryPerson[];
  byId(id: string): DirectoryPerson | undefined;
  /** The name of a person; the id itself where it is nobody's any more. */
  nameOf(id: string): string;
  /** The person with that name, whatever its accents, case and spacing. */
  byName(name: string): DirectoryPerson | undefined;
  /** Somebody who may have been meant: all the words typed begin words of one single name. */
  suggest(name: string): DirectoryPerson | undefined;
}

export function createDirectory(people: readonly DirectoryPerson[]): Directory {
  const ids = new Map(people.map((person) => [person.id, person]));
  const names = new Map(people.map((person) => [normalise(person.name), person]));
  return {
    people,
    byId: (id) => ids.get(id),
    nameOf: (id) => ids.get(id)?.name ?? id,
    byName: (name) => names.get(normalise(name)),
    suggest: (name) => only(people.filter((person) => beginsWords(normalise(name), normalise(person.name)))),
  };
}

function beginsWords(typed: string, name: string): boolean {
  const words = name.split(" ");
  const parts = typed.split(" ").filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)));
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}
