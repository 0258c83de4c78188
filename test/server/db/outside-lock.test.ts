import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { newId, row, startCompany, type Company } from "../support/company.ts";
import { startChild, type Child } from "../support/child.ts";
import { visit } from "../support/rows.ts";

async function lockFrom(company: Company): Promise<Child> {
  const child = startChild("test/server/support/outside-lock.ts", [join(company.folder, "ventas.db")]);
  await child.says(/locked/);
  return child;
}

describe("somebody else holds the write lock", () => {
  test("nothing is acknowledged that is lost: the service stops, and what it had acknowledged is there", async () => {
    const fatal: Error[] = [];
    const company = await startCompany({ onFatal: (error) => fatal.push(error) });
    const advisor = await company.colleague("advisor", "Ana Asesora");
    const before = row("visits", visit(advisor.id));
    await advisor.save(before);

    const lock = await lockFrom(company);
    const during = Array.from({ length: 4 }, () => row("visits", visit(advisor.id)));
    const answers = await Promise.all(during.map((one) => push(one)));
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    expect(await answers[0]?.json()).toMatchObject({ code: "unavailable" });
    expect(fatal).toHaveLength(1);
    lock.process.stdin.end();
    await lock.ended;

    // The connection may look sound again (libsql-client-ts #352): nothing is taken on it any more.
    const after = row("visits", visit(advisor.id));
    expect((await push(after)).status).toBe(503);
    expect((await company.service.app.request("/health")).status).toBe(503);
    await company.stop();

    const again = await startCompany({ folder: company.folder });
    const same = await again.signedIn(advisor);
    expect((await same.pull("visits")).rows.map(({ id }) => id)).toEqual([before.id]);
    const answer = await same.push([...during, after]);
    expect(answer.answers.every(({ result }) => result === "saved")).toBe(true);
    await again.stop();

    async function push(one: ReturnType<typeof row>): Promise<Response> {
      return advisor.post("/push", { pushId: newId(), schema: company.schema, workbook: "L", rows: [one] });
    }
  }, 60_000);

  test("the service does not start, and says why", async () => {
    const company = await startCompany();
    await company.stop();
    const lock = await lockFrom(company);
    const started = startChild("server/main.ts", [], {
      VAD_DATA: company.folder,
      PORT: "39500",
      VAD_LOG: "silent",
    });
    expect(await started.ended).toBe(1);
    expect(started.output()).toMatch(/No se pudo abrir la base de datos .*¿La tiene abierta otro programa\?/);
    lock.process.stdin.end();
    await lock.ended;
  }, 60_000);
});
