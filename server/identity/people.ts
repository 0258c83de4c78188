import { z } from "zod";
import { roleSchema } from "../../shared/model/role.ts";
import { normalise, tidy } from "../../shared/text/normalise.ts";
import type { Database } from "../db/database.ts";
import { readPeople, type PersonRecord } from "../db/read-people.ts";
import type { Auth } from "./auth.ts";

/** What a password must be; signing in accepts no longer one. */
const passwordSchema = z.string().min(10).max(128);

export const newPersonSchema = z.strictObject({
  name: z.string().transform(tidy).pipe(z.string().min(3).max(120)),
  email: z.email().max(120).toLowerCase(),
  role: roleSchema,
  password: passwordSchema,
});
export type NewPerson = z.input<typeof newPersonSchema>;

export type CreatedPerson =
  | { readonly ok: true; readonly person: PersonRecord }
  | { readonly ok: false; readonly code: "email-taken" | "name-taken" }
  | { readonly ok: false; readonly code: "invalid"; readonly field: string };

export type ChangedPassword =
  { readonly ok: true } | { readonly ok: false; readonly code: "no-account" | "bad-password" };

/** The accounts of the company, as whoever runs the service keeps them. */
export interface People {
  /** Rows name people by name, so no two may have one that reads the same. */
  create(person: NewPerson): Promise<CreatedPerson>;
  /** Gives somebody a new password and ends their sessions. */
  setPassword(email: string, password: string): Promise<ChangedPassword>;
  list(): Promise<readonly PersonRecord[]>;
}

export function createPeople(auth: Auth, database: Database): People {
  return {
    async create(input) {
      const parsed = newPersonSchema.safeParse(input);
      if (!parsed.success)
        return { ok: false, code: "invalid", field: String(parsed.error.issues[0]?.path[0]) };
      const { name, email, role, password } = parsed.data;
      const people = await readPeople(database);
      if (people.some((other) => other.email === email)) return { ok: false, code: "email-taken" };
      const isSameName = (other: PersonRecord) => normalise(other.name) === normalise(name);
      if (people.some(isSameName)) return { ok: false, code: "name-taken" };
      const { internalAdapter } = await auth.$context;
      const user = await internalAdapter.createUser(
        { name, email, role, emailVerified: true },
        { method: "admin" },
      );
      await givePassword(auth, user.id, password);
      return { ok: true, person: { id: user.id, name, email, role } };
    },
    async setPassword(email, password) {
      if (!passwordSchema.safeParse(password).success) return { ok: false, code: "bad-password" };
      const people = await readPeople(database);
      const person = people.find((other) => other.email === email.toLowerCase());
      if (!person) return { ok: false, code: "no-account" };
      await givePassword(auth, person.id, password);
      const { internalAdapter } = await auth.$context;
      await internalAdapter.deleteUserSessions(person.id);
      return { ok: true };
    },
    list: () => readPeople(database),
  };
}

async function givePassword(auth: Auth, userId: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = await passwords.hash(password);
  const accounts = await internalAdapter.findAccounts(userId);
  if (accounts.some(({ providerId }) => providerId === "credential")) {
    await internalAdapter.updatePassword(userId, hash);
    return;
  }
  await internalAdapter.linkAccount({ userId, providerId: "credential", accountId: userId, password: hash });
}
