import { z } from "zod";
import type { HeldTokens } from "../../../addin/api/token-store.ts";
import type { Role } from "../../../shared/model/role.ts";

/** Somebody of the company, with the session that their panes begin with. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly held: HeldTokens;
  /** The records that their workbooks hold. */
  readonly records: readonly string[];
}

/** What every schedule begins with: a company whose service has no rows yet, and everybody's empty workbooks. */
export interface Founding {
  readonly folder: string;
  readonly people: readonly Person[];
  /** Workbooks by person, several for each. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

export const password = "clave-de-prueba-2026";

/** What another process of ours wrote just before. */
export const foundingSchema = z.custom<Founding>((value) => typeof value === "object" && value !== null);
