import { dayAt } from "../shared/colombia/day.ts";
import { createDirectory } from "../shared/model/directory.ts";
import type { Context } from "../shared/model/kind.ts";
import { readSettings } from "./db/settings.ts";
import type { Service } from "./service-parts.ts";

/** The world in which rows are judged at an instant: the day in Bogotá, the people and the settings of the company. */
export async function judgingContext(
  service: Pick<Service, "accounts" | "database">,
  at: Date,
): Promise<Context> {
  const people = await service.accounts.everybody();
  const settings = await readSettings(service.database);
  return { today: dayAt(at), people: createDirectory(people), date1904: false, settings };
}
