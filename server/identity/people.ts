import { z } from "zod";
import type { PasswordWeakness } from "../../shared/contract/sign-in.ts";
import { roleSchema } from "../../shared/model/role.ts";
import { tidy } from "../../shared/text/normalise.ts";
import { writeRecorded } from "../audit/record-event.ts";
import { keepPassword } from "../db/credentials.ts";
import { forgetChallengesOf, forgetPasswordCodes } from "../db/one-time-codes.ts";
import { readAccounts, readPeople, type PersonRecord } from "../db/read-people.ts";
import { deleteSessionsOf } from "../db/sessions.ts";
import type { Auth } from "./auth.ts";
import type { IdentityDeps } from "./identity-deps.ts";
import { takenBy, type Invitations } from "./invitations.ts";
import type { Staff } from "./staff.ts";
import { weaknessOf } from "./weak-password.ts";

export const newPersonSchema = z.strictObject({
  name: z.string().transform(tidy).pipe(z.string().min(3).max(120)),
  email: z.email().max(120).toLowerCase(),
  role: roleSchema,
  password: z.string(),
});
export type NewPerson = z.input<typeof newPersonSchema>;

export type CreatedPerson =
  | { readonly ok: true; readonly person: PersonRecord }
  | { readonly ok: false; readonly code: "email-taken" | "name-taken" | PasswordWeakness }
  | { readonly ok: false; readonly code: "invalid"; readonly field: string };

export type ChangedPassword =
  { readonly ok: true } | { readonly ok: false; readonly code: "no-account" | PasswordWeakness };

/** The accounts of the company, as whoever runs the service and the administrator keep them. */
export interface People extends Staff {
  readonly invitations: Invitations;
  /** Somebody with a password that whoever runs the service chose: the first administrator, and tests. */
  create(person: NewPerson): Promise<CreatedPerson>;
  /** Gives somebody a new password and ends their sessions. */
  setPassword(email: string, password: string): Promise<ChangedPassword>;
  /** Everybody whom rows may name. */
  list(): Promise<readonly PersonRecord[]>;
}

interface PeopleDeps extends IdentityDeps {
  readonly auth: Auth;
  readonly staff: Staff;
  readonly invitations: Invitations;
}

export function createPeople({
  auth,
  database,
  passwords,
  company,
  now,
  staff,
  invitations,
}: PeopleDeps): People {
  return {
    ...staff,
    invitations,
    async create(input) {
      const parsed = newPersonSchema.safeParse(input);
      if (!parsed.success)
        return { ok: false, code: "invalid", field: String(parsed.error.issues[0]?.path[0]) };
      const { name, email, role, password } = parsed.data;
      const code =
        (await weaknessOf(password, [name, email, company])) ??
        takenBy(await readAccounts(database), name, email);
      if (code) return { ok: false, code };
      const hash = await passwords.hash(password);
      const { internalAdapter } = await auth.$context;
      const user = await internalAdapter.createUser(
        { name, email, role, state: "active", emailVerified: true },
        { method: "admin" },
      );
      const at = now();
      const event = { kind: "account-created", by: null, about: user.id, at, details: { role } } as const;
      await database.exclusive((session) =>
        writeRecorded(session, keepPassword(user.id, hash, at.toISOString()), event),
      );
      return { ok: true, person: { id: user.id, name, email, role } };
    },
    async setPassword(typed, password) {
      const accounts = await readAccounts(database);
      const person = accounts.find(({ email }) => email === typed.toLowerCase());
      if (!person) return { ok: false, code: "no-account" };
      const weakness = await weaknessOf(password, [person.name, person.email, company]);
      if (weakness) return { ok: false, code: weakness };
      const hash = await passwords.hash(password);
      const { id } = person;
      const at = now();
      const statements = [
        ...keepPassword(id, hash, at.toISOString()),
        deleteSessionsOf(id),
        forgetPasswordCodes(id),
        forgetChallengesOf(id),
      ];
      const details = { how: "by-command" } as const;
      const event = { kind: "password-changed", by: null, about: id, at, details } as const;
      await database.exclusive((session) => writeRecorded(session, statements, event));
      return { ok: true };
    },
    list: () => readPeople(database),
  };
}
