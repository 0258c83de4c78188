import { dayAt } from "../../shared/colombia/day.ts";
import type { Person } from "../../shared/model/access.ts";
import type { FigureSource } from "../../shared/model/result.ts";
import type { Database } from "../db/database.ts";
import { judgingContext } from "../judging-context.ts";
import { sheetById, type Service } from "../service-parts.ts";
import type { Scope } from "./compute-indicator.ts";
import { createFigureSource } from "./figure-source.ts";

/** Something drawn from figures, and the moment of the history that all of them show. */
export interface Dated<T> {
  readonly content: T;
  readonly asOf: { readonly seq: number; readonly at: string };
}

/**
 * Draws figures that all show one moment. If a row was saved between two of them they are drawn again, this time with
 * the queue of writes held.
 */
export async function consistentFigures<T>(
  service: Service,
  person: Person,
  scope: Scope,
  draw: (source: FigureSource) => Promise<T>,
): Promise<Dated<T>> {
  const now = service.now();
  const { people, settings } = await judgingContext(service, now);
  const sheet = (id: string) => {
    const found = sheetById(service, id);
    if (!found) throw new Error(`figures come from "${id}", which is no record`);
    return found;
  };
  const drawFrom = async (reader: Pick<Database, "read">) => {
    const source = createFigureSource({
      reader,
      people,
      settings,
      today: dayAt(now),
      person,
      scope,
      sheet,
    });
    const content = await draw(source);
    return { content, seqs: source.seqs };
  };
  const first = await drawFrom(service.database);
  const { content, seqs } = first.seqs.size <= 1 ? first : await service.database.exclusive(drawFrom);
  return { content, asOf: { seq: Math.max(0, ...seqs), at: now.toISOString() } };
}
