import type { Sheet } from "../../../shared/model/sheet.ts";
import { columnKeys } from "../../../shared/model/sheet.ts";
import type { Person } from "../world/people.ts";
import type { World } from "../world/world.ts";
import type { CellContent, SheetTable } from "../world/table-rows.ts";

export interface Typing {
  readonly world: World;
  readonly person: Person;
  readonly desk: string;
}

type Cells = Readonly<Record<string, CellContent>>;

/** Rows that break no rule, as people type them, by record. `number` chooses whose and what. */
const makers: Readonly<Record<string, (typing: Typing, number: number) => Cells>> = {
  visits: (typing, number) => ({
    plannedOn: `${10 + (number % 15)}/03/2026`,
    advisor: advisorFor(typing, number),
    customer: token(typing, "visits", "customer"),
    visitType: "Potencial",
    market: "Regulado",
    purpose: "Seguimiento",
    notes: token(typing, "visits", "notes"),
  }),
  customers: (typing, number) => ({
    account: token(typing, "customers", "account"),
    documentType: "CC",
    documentNumber: typing.world.tokens.make("document", of(typing, "customers", "documentNumber")),
    name: token(typing, "customers", "name"),
    market: number % 3 === 0 ? "No regulado" : "Regulado",
    producer: "Residencial",
    use: "Comercial",
    address: token(typing, "customers", "address"),
    municipality: "Sincelejo",
    mobile: typing.world.tokens.make("mobile", of(typing, "customers", "mobile")),
    advisor: advisorFor(typing, number),
    linkedOn: `${String(1 + (number % 17)).padStart(2, "0")}/0${1 + (number % 3)}/2026`,
    consent: "Sí",
  }),
  sales: (typing, number) => ({
    date: `${String(1 + (number % 17)).padStart(2, "0")}/0${1 + (number % 3)}/2026`,
    contract: token(typing, "sales", "contract"),
    customer: token(typing, "sales", "customer"),
    document: token(typing, "sales", "document"),
    kind: "Venta",
    value: Number(typing.world.tokens.make("money", of(typing, "sales", "value"))),
    advisor: advisorFor(typing, number),
  }),
};

/** A new row's cells in the order of the table, which has the columns that its person sees. */
export function newRow(
  { sheet, columns }: SheetTable,
  typing: Typing,
  number: number,
): readonly CellContent[] {
  const cells = makers[sheet.id]?.(typing, number) ?? {};
  return columnKeys(sheet).flatMap((key) => (columns.has(key) ? [cells[key] ?? ""] : []));
}

/** Text columns that people change every day, by record. */
export const editable: Readonly<Record<string, readonly string[]>> = {
  visits: ["notes", "customer", "contact", "nextStep", "address", "mobile"],
  customers: ["name", "district", "contract", "address", "mobile", "documentNumber"],
  sales: ["customer", "service", "contract", "value"],
};

/** Something new for a column, that stands nowhere else. */
export function newValue(sheet: Sheet, column: string, typing: Typing): CellContent {
  const about = of(typing, sheet.id, column);
  if (column === "mobile") return typing.world.tokens.make("mobile", about);
  if (column === "documentNumber") return typing.world.tokens.make("document", about);
  if (column === "value") return Number(typing.world.tokens.make("money", about));
  return typing.world.tokens.make("text", about);
}

/** An advisor writes their own name; others choose, and sometimes an advisor names a colleague. */
function advisorFor({ world, person }: Typing, number: number): string {
  const advisors = world.people.filter(({ role }) => role === "advisor");
  if (person.role === "advisor" && number % 10 !== 9) return person.name;
  return advisors[number % advisors.length]?.name ?? "";
}

const of = ({ person, desk }: Typing, sheet: string, column: string) => ({
  sheet,
  column,
  person: person.id,
  desk,
});

const token = (typing: Typing, sheet: string, column: string) =>
  typing.world.tokens.make("text", of(typing, sheet, column));
