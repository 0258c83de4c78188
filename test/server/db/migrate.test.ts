import { createClient } from "@libsql/client";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { columnKeys, columnOf } from "../../../shared/model/sheet.ts";
import { computed } from "../../../shared/model/kinds/computed.ts";
import { count } from "../../../shared/model/kinds/number.ts";
import { text } from "../../../shared/model/kinds/text.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import { createTableSql } from "../../../server/db/sheet-table.ts";
import { newId, row, startCompany } from "../support/company.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { notes } from "../support/notes.ts";

const only = (sheet: typeof notes) => ({ sheets: [sheet], indicators: [], tables: [] });

describe("the tables follow the definitions", () => {
  test.each(sheets.map((sheet) => [sheet.id, sheet] as const))(
    "%s keeps every column but the computed ones",
    async (id, sheet) => {
      const company = await startCompany();
      await company.stop();
      const client = createClient({ url: `file:${join(company.folder, "ventas.db")}` });
      const { rows } = await client.execute({
        sql: "SELECT name, type FROM pragma_table_info(?)",
        args: [id],
      });
      client.close();
      const kept = columnKeys(sheet).filter((key) => !columnOf(sheet, key).compute);
      const stored = rows
        .map((column) => [column["name"], column["type"]])
        .filter(([name]) => typeof name === "string" && !name.startsWith("_"));
      expect(stored).toEqual(kept.map((key) => [key, columnOf(sheet, key).kind.storage]));
    },
  );

  test("a database from before rows were verified keeps its rows, all of them sent, and verifies on", async () => {
    const folder = temporaryFolder();
    const before = await startCompany({ folder, ...only(notes) });
    const director = await before.colleague("director");
    const kept = row("notes", { value: "uno", key: newId() });
    await director.save(kept);
    await before.stop();
    const client = createClient({ url: `file:${join(folder, "ventas.db")}` });
    await client.execute("ALTER TABLE notes DROP COLUMN _status");
    client.close();

    const after = await startCompany({ folder, ...only(notes) });
    const again = await after.signedIn(director);
    expect((await again.pull("notes")).rows[0]).not.toHaveProperty("status");
    await again.post("/status", {
      sheet: "notes",
      to: "validated",
      rows: [{ id: kept.id, base: 1 }],
      workbook: "L",
    });
    expect((await again.pull("notes")).rows[0]).toMatchObject({ version: 2, status: { is: "validated" } });
    await after.stop();
  });

  test("a definition that gains columns keeps its rows, which have nothing there, and merges on", async () => {
    const folder = temporaryFolder();
    const before = await startCompany({ folder, ...only(notes) });
    const director = await before.colleague("director");
    const kept = row("notes", { value: "uno", key: newId() });
    await director.save(kept);
    await before.stop();

    const grown = {
      ...notes,
      columns: {
        ...notes.columns,
        place: text({ label: "Lugar" }),
        length: computed(count({ label: "Largo" }), ({ value }) => String(value ?? "").length),
      },
      keys: [...notes.keys, ["place", "name"]] as const,
    };
    const after = await startCompany({ folder, ...only(grown as unknown as typeof notes) });
    const again = await after.signedIn(director);
    const pulled = await again.pull("notes");
    expect(pulled.columns.slice(-2)).toEqual(["place", "length"]);
    expect(pulled.rows[0]?.values.slice(-2)).toEqual([null, 3]);
    const edited = { ...kept, base: 1, values: { ...kept.values, place: "Sincelejo" } };
    expect(await again.save(edited)).toMatchObject({
      result: "saved",
      version: 2,
      values: { place: "Sincelejo", length: 3 },
    });
    expect(await again.save(row("notes", { place: "Sincelejo", key: newId() }))).toMatchObject({
      issues: [{ column: "place", code: "duplicate" }],
    });
    await after.stop();

    // An older version of the service still runs on the grown table.
    const older = await startCompany({ folder, ...only(notes) });
    expect((await (await older.signedIn(director)).pull("notes")).rows).toHaveLength(1);
    await older.stop();
  });

  test("a column that changes its storage stops the start instead of the data", async () => {
    const folder = temporaryFolder();
    await (await startCompany({ folder, ...only(notes) })).stop();
    const changed = { ...notes, columns: { ...notes.columns, amount: text({ label: "Cantidad" }) } };
    await expect(startCompany({ folder, ...only(changed as unknown as typeof notes) })).rejects.toThrow(
      /notes\.amount is stored as REAL and now defined as TEXT/,
    );
    await (await startCompany({ folder, ...only(notes) })).stop();
  });

  test("a definition that no table can be is refused", () => {
    const named = (key: string) => ({
      ...notes,
      keys: [],
      period: [],
      columns: { [key]: text({ label: "x" }) },
    });
    expect(() => createTableSql({ ...named("a"), id: "revisions" })).toThrow(/table of the service's own/);
    expect(() => createTableSql(named("_id"))).toThrow(/underscore/);
    expect(() => createTableSql(named('a" TEXT); DROP TABLE x; --'))).toThrow(/cannot name/);
    const twice = {
      ...named("a"),
      columns: { linkedOn: text({ label: "x" }), linkedon: text({ label: "y" }) },
    };
    expect(() => createTableSql(twice)).toThrow(/differ only in case/);
  });
});

test("the history can be added to, and nothing else", async () => {
  const company = await startCompany(only(notes));
  const director = await company.colleague("director");
  await director.save(row("notes", { value: "uno" }));
  await company.stop();
  const client = createClient({ url: `file:${join(company.folder, "ventas.db")}` });
  await expect(client.execute("UPDATE revisions SET reason = 'otro'")).rejects.toThrow(
    /history is never changed/,
  );
  await expect(client.execute("DELETE FROM revisions")).rejects.toThrow(/history is never changed/);
  await expect(client.execute("INSERT OR REPLACE INTO revisions SELECT * FROM revisions")).rejects.toThrow(
    /history is never changed/,
  );
  client.close();
});
