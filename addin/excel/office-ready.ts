/** Waits until Office.js may be used; true when Excel hosts the pane, false in a plain browser page. */
export async function excelReady(): Promise<boolean> {
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}
