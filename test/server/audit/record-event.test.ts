import { createClient } from "@libsql/client";
import { join } from "node:path";
import { pino } from "pino";
import { expect, test } from "vitest";
import { keptEvent, recordEvent } from "../../../server/audit/record-event.ts";
import { detailWords } from "../../../server/audit/detail-words.ts";
import { eventDetails } from "../../../shared/model/audited-event.ts";
import { openDatabase } from "../../../server/db/open-database.ts";
import { startCompany, today } from "../support/company.ts";

test("an event is kept with its details, chained to what was kept before, and cannot be changed, removed or put elsewhere", async () => {
  const company = await startCompany();
  await company.stop();
  const database = await openDatabase({
    place: { folder: company.folder },
    log: pino({ level: "silent" }),
    onFatal: () => undefined,
  });
  await recordEvent(database, {
    kind: "signed-in",
    by: "ana",
    about: "ana",
    at: today,
    details: { how: "entra" },
  });
  await recordEvent(database, { kind: "unlocked", by: "root", about: "ana", at: today, details: {} });
  await database.close();

  const client = createClient({ url: `file:${join(company.folder, "ventas.db")}` });
  const { rows } = await client.execute(
    "SELECT kind, about, details FROM audit_events ORDER BY seq DESC LIMIT 2",
  );
  expect(rows).toMatchObject([
    { kind: "unlocked", about: "ana", details: "{}" },
    { kind: "signed-in", about: "ana", details: '{"how":"entra"}' },
  ]);
  const chained = await client.execute("SELECT n, kind, hash FROM audit_chain ORDER BY n DESC LIMIT 2");
  expect(chained.rows).toMatchObject([{ kind: "event" }, { kind: "event" }]);
  for (const forged of [
    "UPDATE audit_events SET about = 'eva'",
    "DELETE FROM audit_events",
    "UPDATE audit_chain SET hash = ''",
    "UPDATE audit_chain SET salt = ''",
    "DELETE FROM audit_chain WHERE n = (SELECT max(n) FROM audit_chain)",
    "INSERT OR REPLACE INTO audit_events SELECT * FROM audit_events WHERE seq = 1",
    "INSERT OR REPLACE INTO audit_chain SELECT * FROM audit_chain WHERE n = 1",
    "INSERT INTO audit_chain SELECT n + 10, kind, ref, salt, hash FROM audit_chain WHERE n = 1",
  ])
    await expect(client.execute(forged), forged).rejects.toThrow("the history is never changed");
  client.close();
});

test("an event is kept with codes that are declared, and every code has words of its own", () => {
  const event = { by: null, about: "ana", at: today };
  const details = { how: "password", why: "deactivated" };
  // @ts-expect-error Nobody writes that code.
  expect(() => keptEvent({ ...event, kind: "sign-in-failed", details })).toThrow("why");
  const codes = [eventDetails["sign-in-failed"], eventDetails["session-ended"]].flatMap(
    ({ shape }): readonly string[] => shape.why.options,
  );
  const told = codes.map((why) => detailWords(JSON.stringify({ why }), []));
  expect(new Set(told).size).toBe(codes.length);
  for (const [index, code] of codes.entries()) expect(told[index]).not.toBe(`Causa: ${code}`);
  expect(detailWords('{"how":"password","why":"password"}', [])).toBe(
    "Forma: clave\nCausa: clave equivocada",
  );
});
