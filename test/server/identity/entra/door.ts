import { vi } from "vitest";
import { startCompany, type Company } from "../../support/company.ts";
import { startDirectory, type Directory } from "../../support/directory.ts";

/** A company whose people come in by a directory, at a noon that goes on only as it is told. */
export interface Door {
  readonly directory: Directory;
  readonly company: Company;
  enter(token: string): Promise<Entered>;
  waiting(): ReturnType<Company["service"]["people"]["listWithStatus"]>;
  /** Lets the person of the ordinary token in; gives their id. */
  approveMaria(): Promise<string>;
  me(access: string | undefined): Promise<{ readonly status: number; readonly person: object }>;
  stop(): Promise<void>;
}

export interface Entered {
  readonly status: number;
  readonly result?: string;
  readonly access?: string;
}

const noon = new Date("2026-03-18T17:00:00Z");

export const stopClock = () => void vi.useFakeTimers({ toFake: ["Date"], now: noon });
export const letClockGo = () => void vi.useRealTimers();
export const pass = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1_000);
export const now = () => Math.floor(Date.now() / 1_000);

export async function openDoor(): Promise<Door> {
  stopClock();
  const directory = await startDirectory();
  const company = await startCompany({ entra: directory.settings });
  const enter = (token: string) => enterBy(company, token);
  const waiting = async () => {
    const people = await company.service.people.listWithStatus();
    return people.filter(({ state }) => state === "waiting");
  };
  return {
    directory,
    company,
    enter,
    waiting,
    async approveMaria() {
      await enter(await directory.token());
      const [person] = await waiting();
      const done = await company.service.newcomers.approve(person?.id ?? "", "advisor", null);
      if (!person || done !== "done") throw new Error("nobody waits");
      return person.id;
    },
    async me(access) {
      const headers = { authorization: `Bearer ${access}` };
      const response = await company.service.app.request("/api/me", { headers });
      const { person = {} } = (await response.json()) as { person?: object };
      return { status: response.status, person };
    },
    async stop() {
      letClockGo();
      await company.stop();
      await directory.stop();
    },
  };
}

export async function enterBy({ service }: Company, token: string): Promise<Entered> {
  const response = await service.app.request("/api/auth/sign-in/entra", {
    method: "POST",
    body: JSON.stringify({ token }),
    headers: { "content-type": "application/json" },
  });
  return { status: response.status, ...((await response.json()) as object) };
}
