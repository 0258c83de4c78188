import { isUnreachable } from "./meet-person.ts";
import type { Newcomers } from "./newcomers.ts";

/** The address by which people know somebody: that of the directory where the account has none that mail reaches. */
export async function shownEmails(
  newcomers: Pick<Newcomers, "accounts">,
): Promise<(person: { readonly id: string; readonly email: string }) => string> {
  const accounts = await newcomers.accounts();
  return ({ id, email }) => (isUnreachable(email) ? (accounts.get(id) ?? "") : email);
}
