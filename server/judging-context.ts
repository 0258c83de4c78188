import { dayAt } from "../shared/colombia/day.ts";
import { createDirectory } from "../shared/model/directory.ts";
import type { Context } from "../shared/model/kind.ts";
import type { Service } from "./service-parts.ts";

/** The world in which rows are judged at an instant: the day in Bogotá and the people of the company. */
export async function judgingContext(service: Pick<Service, "accounts">, at: Date): Promise<Context> {
  const people = await service.accounts.everybody();
  return { today: dayAt(at), people: createDirectory(people), date1904: false };
}
