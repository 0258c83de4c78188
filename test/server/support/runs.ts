import { join } from "node:path";
import type { Place } from "../../../server/db/open-database.ts";
import { newId, row, startCompany, type Colleague } from "./company.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { notes } from "./notes.ts";

export const definitions = { sheets: [notes], indicators: [], tables: [] };
export const databaseOf = (folder: string): string => join(folder, "ventas.db");

/** A row, the director who writes it, and where the service keeps both. */
export interface Scene {
  readonly place: Place;
  readonly id: string;
  readonly director: Colleague;
}

/** A first run of the service, in which a row was written; its version is 1. */
export async function firstRun(place: Place = { folder: temporaryFolder() }): Promise<Scene> {
  const company = await startCompany({ place, ...definitions });
  const director = await company.colleague("director");
  const added = row("notes", { value: "uno", key: newId() });
  await director.save(added);
  await company.stop();
  return { place, id: added.id, director };
}

/** A run of the service that changes the row so many times: its epoch, and the version that the row has at its end. */
export async function runOf({ place, id, director }: Scene, changes = 1) {
  const company = await startCompany({ place, ...definitions });
  const person = await company.signedIn(director);
  const { epoch } = await person.get<{ epoch: string }>("/me");
  const { rows } = await person.pull("notes");
  let version = rows.find((one) => one.id === id)?.version;
  if (version === undefined) throw new Error("the row is not there");
  for (let change = 0; change < changes; change += 1) {
    const answer = await person.save({ sheet: "notes", id, base: version, values: { value: newId() } });
    if (answer.result !== "saved") throw new Error(answer.result);
    ({ version } = answer);
  }
  await company.stop();
  return { epoch, version };
}
