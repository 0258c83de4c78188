import type { ApiResult } from "../../api/failure.ts";
import type { PeopleCommands } from "../people-session.ts";
import type { Outcome } from "../session.ts";
import { done, failed, type Desk } from "./desk.ts";

/** What the administrator does with people; after each act they are shown as they are then. */
export function peopleCommands(desk: Desk): PeopleCommands {
  const { deps, store } = desk;
  const { people } = deps.api;
  const load = async (): Promise<Outcome> => {
    const result = await people.list();
    if (!result.ok) return failed(result.failure);
    store.set({ staff: result.value, connection: "online" });
    return done(undefined);
  };
  const loadSessions = async (person: string): Promise<Outcome> => {
    const result = await people.sessions(person);
    if (!result.ok) return failed(result.failure);
    store.set({ staffSessions: { person, sessions: result.value.sessions } });
    return done(undefined);
  };
  // What was done once is not done again by itself: the person looks first.
  const act = <T>(asking: () => Promise<ApiResult<T>>, look: () => Promise<Outcome> = load) =>
    desk.act(async () => {
      const result = await asking();
      if (!result.ok) return failed(result.failure);
      const looked = await look();
      return looked.ok ? done(result.value) : looked;
    }, null);
  return {
    loadStaff: () => desk.act(load),
    invite: (invitee) => act(() => people.invite(invitee)),
    inviteAgain: (person) => act(() => people.inviteAgain(person)),
    withdrawInvitation: (person) => act(() => people.withdraw(person)),
    changeRole: (person, role, reason) => act(() => people.changeRole({ person, role, reason })),
    changeState: (person, state, reason) => act(() => people.changeState({ person, state, reason })),
    changeName: (person, name) => act(() => people.changeName({ person, name })),
    decideWaiting: (person, decision) => act(() => people.decideWaiting({ person, decision })),
    reconsider: (account) => act(() => people.reconsider(account)),
    unlock: (person) => act(() => people.unlock(person)),
    loadStaffSessions: (person) => desk.act(() => loadSessions(person)),
    endStaffSession: (person, session) =>
      act(
        () => people.endSession(person, session),
        () => loadSessions(person),
      ),
  };
}
