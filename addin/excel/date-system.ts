/** 1 January 2020 as the workbooks that count from 1904 write it; others write 43831. */
const serialIn1904 = 42_369;

/** Whether the workbook counts its dates from 1904, as old Excel for Mac did: Excel's own `DATE` tells. */
export async function countsFrom1904(context: Excel.RequestContext): Promise<boolean> {
  const day = context.workbook.functions.date(2020, 1, 1).load({ value: true });
  await context.sync();
  return day.value === serialIn1904;
}
