import { join } from "node:path";
import { expect, test } from "vitest";
import { row, startCompany } from "./support/company.ts";
import { temporaryFolder } from "./support/temporary-folder.ts";
import { startLibsqlServer } from "./support/libsql-server.ts";
import { visit } from "./support/rows.ts";

test("a service on a libSQL server keeps accounts and rows there", async () => {
  const server = await startLibsqlServer(join(temporaryFolder(), "remota.db"));
  const place = { folder: temporaryFolder(), server: { url: server.url } };
  const company = await startCompany({ place });
  const advisor = await company.colleague("advisor", "Ana Asesora");
  const pushed = row("visits", visit(advisor.id));
  expect(await advisor.save(pushed)).toMatchObject({ result: "saved", version: 1 });
  const edited = { ...pushed, base: 1, values: { notes: "Otra" } };
  expect(await advisor.save(edited)).toMatchObject({ result: "saved", version: 2 });
  await company.stop();
  const again = await startCompany({ place });
  const same = await again.signedIn(advisor);
  expect((await same.pull("visits")).rows).toMatchObject([{ id: pushed.id, version: 2 }]);
  await server.stop();
  const unanswered = await same.post("/push", {
    pushId: "0".repeat(32),
    schema: again.schema,
    workbook: "L",
    rows: [edited],
  });
  expect(unanswered.status).toBe(503);
  await again.stop();
});
