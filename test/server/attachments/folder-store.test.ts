import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { contentOf } from "../../../server/attachments/content.ts";
import { createFolderStore, objectFile } from "../../../server/attachments/folder-store.ts";
import { hashOf, ObjectsUnavailable } from "../../../server/attachments/object-store.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const content = new TextEncoder().encode("una foto");
const hash = hashOf(content);

test("what is put is there whole under its hash, and nothing beside it", async () => {
  const folder = join(temporaryFolder(), "attachments");
  const store = createFolderStore(folder);
  expect(await store.get(hash)).toBeUndefined();
  await Promise.all([store.put(hash, content, ""), store.put(hash, content, "")]);
  expect(await store.get(hash)).toEqual(content);
  expect(readdirSync(dirname(objectFile(folder, hash)))).toEqual([hash]);
});

test("what was cut short by a loss of power is written again", async () => {
  const folder = temporaryFolder();
  const store = createFolderStore(folder);
  await store.put(hash, content, "");
  writeFileSync(objectFile(folder, hash), "una");
  await expect(contentOf(store, hash)).rejects.toThrow("damaged");
  await store.put(hash, content, "");
  expect(await contentOf(store, hash)).toEqual(content);
});

test("nothing but a hash names an object", async () => {
  const folder = temporaryFolder();
  const store = createFolderStore(folder);
  for (const name of ["../../secret", "", `${hash}/..`, hash.toUpperCase()]) {
    await expect(store.put(name, content, "")).rejects.toThrow("names no object");
    await expect(store.get(name)).rejects.toThrow("names no object");
  }
  expect(existsSync(join(folder, "..", "secret"))).toBe(false);
});

test("a folder that cannot be written is a store that does not answer", async () => {
  const file = join(temporaryFolder(), "no-es-carpeta");
  writeFileSync(file, "");
  await expect(createFolderStore(file).put(hash, content, "")).rejects.toThrow(ObjectsUnavailable);
});
