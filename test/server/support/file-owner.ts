import { ownFile } from "../../../server/db/own-file.ts";

/** Owns a database file from another process: says `owned` when it does, and `lost` if it is taken away. Arguments: the file. */
const [file = ""] = process.argv.slice(2);
const { lost } = await ownFile(file);
void lost.then(() => process.stdout.write("lost\n"));
process.stdout.write("owned\n");
process.stdin.resume().once("end", () => process.exit(0));
