import * as z from "zod";
import type { Person } from "../../shared/model/access.ts";
import { roleSchema } from "../../shared/model/role.ts";
import type { StoredAnswer } from "./push-store.ts";

/** What the name of a request stands for already: another request, this one with its answer, or nothing that still holds. */
export type AnsweredBefore<T> =
  { readonly kind: "other" } | { readonly kind: "same"; readonly answer: T } | { readonly kind: "anew" };

/**
 * The same request of the same person in the same role has the very answer that it had. In another role, which may read
 * less, it is decided anew; so is what was answered before roles were kept.
 */
export function answeredBefore<T>(
  stored: StoredAnswer | undefined,
  { person, content }: { readonly person: Person; readonly content: string },
  schema: z.ZodType<T>,
): AnsweredBefore<T> {
  if (!stored) return { kind: "anew" };
  if (stored.person !== person.id || stored.content !== content) return { kind: "other" };
  const { role } = roleOfAnswer.parse(stored.answer);
  return role === person.role ? { kind: "same", answer: schema.parse(stored.answer) } : { kind: "anew" };
}

const roleOfAnswer = z.object({ role: roleSchema.optional() });
