import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failureSchema } from "../../../shared/contract.ts";
import { signedInSchema } from "../../../shared/contract/sign-in.ts";
import { listen, type Listener } from "../../../server/listen.ts";
import { ask, openLine, type RawAnswer } from "../attack/raw-line.ts";
import { password, startCompany, type Colleague, type Company } from "../support/company.ts";

describe("sign-ins whose body drips", () => {
  let office: Company;
  let door: Listener;
  let colleague: Colleague;
  beforeAll(async () => {
    office = await startCompany({ proxies: 1, bounds: { unknownBodyWait: 1_500 } });
    colleague = await office.colleague("director");
    door = await listen(office.service.app.fetch, { port: 0, host: "127.0.0.1" });
  });
  afterAll(async () => {
    await door.close(100);
    await office.stop();
  });

  const doorPort = () => Number(new URL(door.address).port);
  const from = (address: string) => `X-Forwarded-For: ${address}`;
  const say = (path: string, content: object, address: string) => {
    const body = JSON.stringify(content);
    const headers = ["Host: localhost", "Connection: close", from(address), `Content-Length: ${body.length}`];
    return ask(doorPort(), `POST /api/auth/${path} HTTP/1.1\r\n${[...headers, "", body].join("\r\n")}`);
  };
  const enter = (address: string) => say("sign-in/email", { email: colleague.email, password }, address);

  /** Sign-ins without an end, at once; every other one tells no length. Gives what each is answered. */
  async function dripping(count: number, address: string): Promise<{ given: Promise<readonly RawAnswer[]> }> {
    const lines = await Promise.all(Array.from({ length: count }, () => openLine(doorPort())));
    const start = (header: string) =>
      `POST /api/auth/sign-in/email HTTP/1.1\r\nHost: localhost\r\n${from(address)}\r\n${header}\r\n\r\n`;
    const drips = lines.map((line, at) =>
      at % 2 === 0
        ? { line, head: start("Content-Length: 900"), drop: " " }
        : { line, head: start("Transfer-Encoding: chunked"), drop: "1\r\n \r\n" },
    );
    for (const { line, head } of drips) line.say(head);
    const timer = setInterval(() => drips.forEach(({ line, drop }) => line.say(drop)), 50);
    const given = Promise.all(lines.map(({ closed }) => closed)).finally(() => clearInterval(timer));
    return { given };
  }

  test("are given up soon, and shut out neither sign-ins nor refreshes of anybody", async () => {
    const { refresh } = signedInSchema.parse(JSON.parse((await enter("192.0.2.2")).body));
    const { given } = await dripping(8, "192.0.2.1");
    for (const address of ["192.0.2.2", "192.0.2.1"]) expect((await enter(address)).status).toBe(200);
    expect((await say("refresh", { refresh }, "192.0.2.2")).status).toBe(200);
    for (const answer of await given) {
      failureSchema.parse(JSON.parse(answer.body));
      expect(answer.status).toBe(400);
      expect(answer.head.toLowerCase()).toContain("connection: close");
    }
  });

  test("are so many of one address at most", async () => {
    const { given } = await dripping(24, "192.0.2.3");
    expect((await enter("192.0.2.2")).status).toBe(200);
    const statuses = (await given).map(({ status }) => status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(8);
    expect(statuses.filter((status) => status === 400)).toHaveLength(16);
  });
});
