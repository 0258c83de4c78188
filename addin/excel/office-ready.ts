/** Waits until Office.js may be used; true when Excel hosts the pane, false in a plain browser page. */
export async function excelReady(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/** What keeps this add-in's browser storage apart from that of other sites that embed Excel; empty where Office has none. */
export function partitionKey(): string {
  const { partitionKey: key }: { partitionKey?: string | undefined } = Office.context;
  return key ?? "";
}
