import type { Staff, StaffMember } from "../../../../shared/contract/people.ts";
import type { PeopleState } from "../../../../addin/sync/people-session.ts";
import { people } from "./people.ts";

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();

const plain = { state: "active", invitedUntil: null, lockedUntil: null, lastSeen: inMinutes(-12) } as const;

const members: readonly StaffMember[] = people.map((person, at) => ({
  ...person,
  ...plain,
  email: `${person.id.slice(2)}@aseosabana.example`,
  lastSeen: inMinutes(-12 - at * 300),
  lockedUntil: person.id === "p-carlos" ? inMinutes(14) : null,
}));

/** A company whose people stand in every way that they can. */
export const staff: Staff = {
  sendsMail: false,
  refused: [{ account: "pasante.comercial@aseosabana.example", at: inMinutes(-60 * 50) }],
  people: [
    ...members,
    {
      ...plain,
      id: "p-waiting",
      name: "Hernán Darío Sierra Monterroza",
      email: "hsierra@aseosabana.example",
      role: "advisor",
      state: "waiting",
      lastSeen: null,
    },
    {
      ...plain,
      id: "p-invited",
      name: "Yuli Paternina",
      email: "ypaternina@aseosabana.example",
      role: "service",
      state: "invited",
      invitedUntil: inMinutes(6_000),
      lastSeen: null,
    },
    {
      ...plain,
      id: "p-left",
      name: "Óscar Tovar",
      email: "otovar@aseosabana.example",
      role: "advisor",
      state: "inactive",
    },
  ],
};

const session = { address: "190.0.2.14", openedAt: inMinutes(-60 * 40), isThis: false } as const;

export const staffSessions: PeopleState["staffSessions"] = {
  person: "p-carlos",
  sessions: [
    { ...session, id: "s-1", device: "Windows · Edge", usedAt: inMinutes(-3) },
    { ...session, id: "s-2", device: "Android · Chrome", usedAt: inMinutes(-60 * 30) },
  ],
};
