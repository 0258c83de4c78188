import { createApi, type Api } from "../../../addin/api/create-api.ts";
import { createTokenStore } from "../../../addin/api/token-store.ts";
import { newId } from "../../../addin/sync/reference.ts";
import { schemaFingerprint } from "../../../shared/schema-fingerprint.ts";
import { sheets } from "../../../shared/sheets/registry.ts";
import type { Row } from "../../../shared/model/value.ts";
import { password, type Company, type Employee } from "./company.ts";

/** Somebody who changes rows of a record from somewhere else, without an Excel that a test would have to open. */
export interface Colleague {
  readonly api: Api;
  readonly id: string;
  /** Adds a row; gives its id. */
  add(values: Row): Promise<string>;
  /** Changes some columns of the row, whoever wrote it last. */
  change(id: string, values: Row): Promise<void>;
}

const schema = schemaFingerprint(sheets);

export async function callIn(company: Company, person: Employee, sheet: string): Promise<Colleague> {
  const tokenStore = createTokenStore(null);
  const api = createApi({ baseUrl: "http://servicio", tokenStore, fetch: company.fetch });
  await api.signIn(person.email, password);
  const me = await api.me();
  if (!me.ok) throw new Error(me.failure.code);
  const send = async (id: string, base: number, values: Row) => {
    const row = { sheet, id, base, values: { ...values } };
    const pushed = await api.push({ pushId: newId(), schema, workbook: "Otro libro", rows: [row] });
    const [answer] = pushed.ok ? pushed.value.answers : [];
    if (answer?.result !== "saved") throw new Error(JSON.stringify(pushed));
  };
  return {
    api,
    id: me.value.person.id,
    async add(values) {
      const id = newId();
      await send(id, 0, values);
      return id;
    },
    async change(id, values) {
      const pulled = await api.pull({ schema, sheet, since: null });
      if (!pulled.ok) throw new Error(pulled.failure.code);
      const row = pulled.value.rows.find((one) => one.id === id);
      if (!row) throw new Error(`there is no row ${id}`);
      const standing = Object.fromEntries(
        pulled.value.columns.map((key, at) => [key, row.values[at] ?? null]),
      );
      await send(id, row.version, { ...standing, ...values });
    },
  };
}
