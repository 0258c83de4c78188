import { ana, openCompany, today } from "../addin/office/company.ts";
import { openWorkplace, required, type Workplace } from "../addin/office/workplace.ts";
import { columnLetters } from "../excel-host/grid/address.ts";
import { visits } from "../../shared/sheets/visits.ts";
import { createServiceMeter, measure, type StepFigures } from "./measure.ts";
import { typedVisits, visitsToBlock } from "./typed-visits.ts";

/**
 * One advisor's visits through two workbooks of theirs: pasted, checked and sent from the first, fetched into the empty
 * second, changed there, and written back into the first. Everything is real but Excel.
 */
export async function measureVisits(rows: number): Promise<readonly StepFigures[]> {
  const company = await openCompany();
  const meter = createServiceMeter(company.fetch);
  const metered = { ...company, fetch: meter.fetch };
  const first = await openWorkplace(metered, ana);
  const second = await openWorkplace(metered, ana);
  const inFirst = { excel: first.excel, meter };
  const inSecond = { excel: second.excel, meter };
  try {
    required(await first.commands.insertFormat("visits", "none"));
    const block = visitsToBlock(typedVisits(ana.name, rows, today));
    const figures = [
      await measure("insert", rows, inFirst, async () => {
        first.excel.host.user.paste(await cellUnder(first, visits.columns.plannedOn.label), block);
      }),
      await measure("validate", rows, inFirst, () => validated(first)),
      await measure("push", rows, inFirst, () => synchronised(first, { sent: rows })),
      await measure("pull", rows, inSecond, async () => {
        required(await second.commands.insertFormat("visits", { from: null }));
        expectRows(second, rows);
      }),
    ];
    const steps = block.map((_, place) => [`Llamar al ${place + 1}`]);
    second.excel.host.user.paste(await cellUnder(second, visits.columns.nextStep.label), steps);
    return [
      ...figures,
      await measure("push changes", rows, inSecond, () => synchronised(second, { sent: rows })),
      await measure("write back", rows, inFirst, () => synchronised(first, { received: rows })),
      ...(await measureLive(first, inFirst, rows)),
    ];
  } finally {
    await first.leave();
    await second.leave();
    await company.stop();
  }
}

/** One edit, and a paste of 1,000 rows, judged in a sheet of that many rows, from the hand to the pane. */
async function measureLive(
  place: Workplace,
  metered: Parameters<typeof measure>[2],
  rows: number,
): Promise<readonly StepFigures[]> {
  const { user } = place.excel.host;
  await place.moment();
  const market = await cellUnder(place, visits.columns.market.label);
  const edit = await measure("one edit", 1, metered, async () => {
    user.type(market, "¿?");
    await place.moment();
    expectWrong(place, 1);
  });
  const pasted = Math.min(rows, livePaste);
  const block = Array.from({ length: pasted }, () => ["¿?"]);
  const paste = await measure(`paste of ${livePaste}`, pasted, metered, async () => {
    user.paste(market, block);
    await place.moment();
    expectWrong(place, pasted);
  });
  return [edit, paste];
}

const livePaste = 1_000;

function expectWrong(place: Workplace, wanted: number): void {
  const { length } = place.getState().issues;
  if (length !== wanted) throw new Error(`wanted ${wanted} wrong cells: ${length}`);
}

async function validated(place: Workplace): Promise<void> {
  const { wrong } = required(await place.commands.validate());
  if (wrong !== 0) throw new Error(`${wrong} visits are wrong`);
}

async function synchronised(
  place: Workplace,
  { sent = 0, received = 0 }: { readonly sent?: number; readonly received?: number },
): Promise<void> {
  const report = required(await place.commands.synchronise());
  if (report.sent < sent || report.received < received || report.wrong > 0)
    throw new Error(`wanted ${sent} sent and ${received} received: ${JSON.stringify(report)}`);
}

function expectRows(place: Workplace, rows: number): void {
  const [link] = place.getState().links;
  if (link?.rows !== rows) throw new Error(`wanted ${rows} rows: ${JSON.stringify(link)}`);
}

/** The first cell under a header of the format. */
async function cellUnder({ excel }: Workplace, header: string): Promise<string> {
  return excel.Excel.run(async (context) => {
    const headers = context.workbook.tables.getItem("VAD_visits").getHeaderRowRange();
    headers.load({ values: true, rowIndex: true, columnIndex: true });
    await context.sync();
    const place = (headers.values[0] ?? []).indexOf(header);
    return `${columnLetters(headers.columnIndex + place)}${headers.rowIndex + 2}`;
  });
}
