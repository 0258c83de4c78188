import { customers } from "../../../shared/sheets/customers.ts";
import { ana } from "./company.ts";
import { pasteRow, tableCells, type Workplace } from "./workplace.ts";

/** Customers in the format that the add-in inserts, found by their account. */
export const table = "VAD_customers";
export const customer = (account: string, name: string) =>
  pasteRow(customers, {
    account,
    documentType: "NIT",
    documentNumber: "800250984-6",
    name,
    market: "Regulado",
    producer: "Residencial",
    use: "Comercial",
    address: "Calle 1",
    municipality: "Sincelejo",
    advisor: ana.name,
    consent: "Sí",
    mobile: "3001234567",
  });

/** Address of a cell by the row's account and the column's header. */
export async function cellAt(place: Workplace, account: string, header: string): Promise<string> {
  const cells = await tableCells(place, table);
  const row = cells.findIndex((line) => line["Número de cuenta contrato"] === account);
  const column = Object.keys(cells[0] ?? {}).indexOf(header);
  return `${String.fromCharCode(65 + column)}${row + 6}`;
}

export async function valueAt(place: Workplace, account: string, header: string) {
  const cells = await tableCells(place, table);
  return cells.find((line) => line["Número de cuenta contrato"] === account)?.[header];
}

export async function type(place: Workplace, account: string, header: string, text: string) {
  place.excel.host.user.type(await cellAt(place, account, header), text);
  await place.excel.host.settled();
}
