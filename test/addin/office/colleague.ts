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
  addAll(rows: readonly Row[]): Promise<readonly string[]>;
  /** Writes rows anew that nobody changed since they were added. */
  changeAll(ids: readonly string[], rows: readonly Row[]): Promise<void>;
  /** Changes some columns of the row, whoever wrote it last. */
  change(id: string, values: Row): Promise<void>;
}

/** Rows of long texts in one request. */
const rowsAtOnce = 250;

const schema = schemaFingerprint(sheets);

export async function callIn(company: Company, person: Employee, sheet: string): Promise<Colleague> {
  const tokenStore = createTokenStore(null);
  const api = createApi({ baseUrl: "http://servicio", tokenStore, fetch: company.fetch });
  await api.signIn(person.email, password);
  const me = await api.me();
  if (!me.ok) throw new Error(me.failure.code);
  const sendAll = async (
    rows: readonly { readonly id: string; readonly base: number; readonly values: Row }[],
  ) => {
    for (let first = 0; first < rows.length; first += rowsAtOnce) {
      const part = rows.slice(first, first + rowsAtOnce);
      const pushed = await api.push({
        pushId: newId(),
        schema,
        workbook: "Otro libro",
        rows: part.map(({ values, ...row }) => ({ ...row, sheet, values: { ...values } })),
      });
      const isSaved = pushed.ok && pushed.value.answers.every(({ result }) => result === "saved");
      if (!isSaved) throw new Error(JSON.stringify(pushed).slice(0, 1_000));
    }
  };
  const send = (id: string, base: number, values: Row) => sendAll([{ id, base, values }]);
  return {
    api,
    id: me.value.person.id,
    async add(values) {
      const id = newId();
      await send(id, 0, values);
      return id;
    },
    async addAll(rows) {
      const added = rows.map((values) => ({ id: newId(), base: 0, values }));
      await sendAll(added);
      return added.map(({ id }) => id);
    },
    changeAll: (ids, rows) => sendAll(rows.map((values, at) => ({ id: ids[at] ?? "", base: 1, values }))),
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
