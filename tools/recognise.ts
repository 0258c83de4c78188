import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../server/workbooks/read-workbook.ts";
import { compareWorkbook } from "./recognise/compare-workbook.ts";
import { addTallies, type Counts, type Tally } from "./recognise/tally.ts";
import { readTruth } from "./recognise/truth.ts";

/**
 * `npm run recognise -- FOLDER`: measures recognition against workbooks whose truth is known. A line for each
 * NAME.xlsx with a NAME.truth.json, what is wrong below it, and last one line of JSON; 1 if anything is wrong.
 * With `--notes` it also tells what is asked.
 */
const [folder, ...options] = process.argv.slice(2);

if (folder === undefined) {
  process.stderr.write("Usage: npm run recognise -- FOLDER [--notes]\n");
  process.exitCode = 2;
} else {
  process.exitCode = await measure(folder, options.includes("--notes"));
}

async function measure(from: string, withNotes: boolean): Promise<number> {
  const names = readdirSync(from)
    .filter((file) => file.endsWith(".xlsx") && existsSync(join(from, truthOf(file))))
    .toSorted();
  const tallies: Tally[] = [];
  for (const name of names) {
    const tally = await measureOne(from, name);
    tallies.push(tally);
    print(`${name}: columns ${told(tally.columns)}; cells ${told(tally.cells)}`);
    for (const problem of tally.problems) print(`  ${problem}`);
    if (withNotes) for (const note of tally.notes) print(`  (${note})`);
  }
  const total = addTallies(tallies);
  print(JSON.stringify({ workbooks: names.length, ...total }));
  return total.columns.wrong + total.cells.wrong > 0 || names.length === 0 ? 1 : 0;
}

async function measureOne(from: string, name: string): Promise<Tally> {
  const truth = readTruth(readFileSync(join(from, truthOf(name)), "utf8"));
  const reading = await readWorkbook(readFileSync(join(from, name)));
  if (reading.ok) return compareWorkbook(reading.workbook, truth);
  const columns = truth.tables.reduce((sum, table) => sum + Object.keys(table.columns).length, 0);
  return {
    columns: { right: 0, wrong: columns, asked: 0 },
    cells: { right: 0, wrong: 0, asked: 0 },
    problems: [`${reading.failure}: ${reading.reason}`],
    notes: [],
  };
}

function truthOf(file: string): string {
  return file.replace(/\.xlsx$/u, ".truth.json");
}

function told({ right, wrong, asked }: Counts): string {
  return `${right} right, ${wrong} wrong, ${asked} asked`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
