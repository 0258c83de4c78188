import { createClient } from "@libsql/client";

/**
 * Holds the write lock of a database file from another process, as a backup tool or a curious person might: says
 * `locked` when it has it, and lets go when its input ends. Arguments: the file.
 */
const [file = ""] = process.argv.slice(2);
const client = createClient({ url: `file:${file}`, concurrency: 1 });
const transaction = await client.transaction("write");
await transaction.execute("UPDATE meta SET value = value WHERE key = 'commits'");
process.stdout.write("locked\n");
process.stdin.resume().once("end", () => {
  void transaction.rollback().then(() => process.exit(0));
});
