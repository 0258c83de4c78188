import { roleSchema, roles } from "../shared/model/role.ts";
import type { NewcomerAct, Newcomers } from "./identity/entra/newcomers.ts";
import type { People } from "./identity/people.ts";

/** What `npm run people` says of who came in by Microsoft; `ok` is whether it was done. */
export interface Told {
  readonly ok: boolean;
  readonly sentence: string;
}

export const newcomerUsage = `  npm run people -- approve CUENTA ROL            (CUENTA: la de Microsoft, de quien espera aprobación)
  npm run people -- link CUENTA CORREO            (es la persona que ya tiene cuenta con ese correo)
  npm run people -- reject CUENTA
  npm run people -- reconsider CUENTA             (quien fue rechazado puede volver a pedirlo)`;

const done: Told = { ok: true, sentence: "Hecho." };
const say = (sentence: string): Told => ({ ok: false, sentence });

/** Does what a command says about who waits; undefined where it says nothing of them. */
export async function obeyOfNewcomers(
  service: { readonly people: People; readonly newcomers: Newcomers },
  act: string,
  words: readonly string[],
): Promise<Told | undefined> {
  const { newcomers, people } = service;
  const [account = "", second = ""] = words;
  if (act === "approve" && words.length === 2) {
    const role = roleSchema.safeParse(second);
    if (!role.success) return say(`El rol debe ser uno de: ${roles.join(", ")}.`);
    return decide(service, account, (id) => newcomers.approve(id, role.data, null));
  }
  if (act === "reject" && words.length === 1)
    return decide(service, account, (id) => newcomers.reject(id, null));
  if (act === "link" && words.length === 2) {
    const owner = (await people.listWithStatus()).find(({ email }) => email === second.toLowerCase());
    if (!owner) return say("No hay una cuenta con ese correo.");
    return decide(service, account, (id) => newcomers.link(id, owner.id, null));
  }
  if (act === "reconsider" && words.length === 1)
    return (await newcomers.reconsider(account, null)) === "done"
      ? done
      : say("Esa cuenta no fue rechazada.");
  return undefined;
}

/** Finds who waits under an account; the directory may show one address for several, and then nobody is guessed. */
async function decide(
  { people, newcomers }: { readonly people: People; readonly newcomers: Newcomers },
  account: string,
  act: (person: string) => Promise<NewcomerAct>,
): Promise<Told> {
  const shown = await newcomers.accounts();
  const waiting = (await people.listWithStatus()).filter(
    ({ id, state }) => state === "waiting" && shown.get(id)?.toLowerCase() === account.toLowerCase(),
  );
  const [person, another] = waiting;
  if (!person) return say("Nadie espera aprobación con esa cuenta; véalo con «npm run people -- list».");
  if (another) return say("Varias personas esperan con esa cuenta. Decida por ellas en el panel.");
  return (await act(person.id)) === "done"
    ? done
    : say("Esa persona ya tiene otra cuenta de Microsoft o ya se decidió.");
}
