import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { backUpObjects } from "../../../server/attachments/backup-objects.ts";
import { createFolderStore, objectFile } from "../../../server/attachments/folder-store.ts";
import { attachmentsFolder, hashOf } from "../../../server/attachments/object-store.ts";
import { StartFailure } from "../../../server/db/failures.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const contents = ["una foto", "un acta"].map((text) => new TextEncoder().encode(text));
const hashes = contents.map(hashOf);

async function folderWithObjects(): Promise<string> {
  const folder = temporaryFolder();
  const store = createFolderStore(attachmentsFolder(folder));
  for (const content of contents) await store.put(hashOf(content), content, "");
  writeFileSync(`${objectFile(attachmentsFolder(folder), hashes[0] ?? "")}.otro.parcial`, "media");
  return folder;
}

test("a backup copies what it lacks, once, and what is half written never", async () => {
  const [folder, into] = [await folderWithObjects(), temporaryFolder()];
  expect(backUpObjects(folder, into)).toEqual({ copied: 2, kept: 0 });
  expect(backUpObjects(folder, into)).toEqual({ copied: 0, kept: 2 });
  const copies = createFolderStore(attachmentsFolder(into));
  for (const [index, hash] of hashes.entries()) expect(await copies.get(hash)).toEqual(contents[index]);
  expect(
    readdirSync(attachmentsFolder(into))
      .flatMap((part) => readdirSync(join(into, "attachments", part)))
      .toSorted(),
  ).toEqual(hashes.toSorted());
});

test("without attachments there is nothing to copy, and a place that cannot be written is told", async () => {
  expect(backUpObjects(temporaryFolder(), temporaryFolder())).toEqual({ copied: 0, kept: 0 });
  const into = join(temporaryFolder(), "archivo");
  writeFileSync(into, "");
  const folder = await folderWithObjects();
  expect(() => backUpObjects(folder, into)).toThrow(StartFailure);
});
