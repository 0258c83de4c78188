import type { PushedRow } from "../shared/contract.ts";
import type { Person } from "../shared/model/access.ts";
import { createPushStore } from "./db/push-store.ts";
import { judgingContext } from "./judging-context.ts";
import { sheetById, versionAfter, type Service } from "./service-parts.ts";
import type { PushStore } from "./sync/push-store.ts";
import { push, type PushResult } from "./sync/push.ts";

/** Who writes, when and from which workbook. */
export interface Writing {
  readonly person: Person;
  readonly at: Date;
  readonly workbook: string;
}

/** Decides and writes rows alone, so that nothing moves between the reading and the writing. */
export async function pushRows(
  service: Service,
  writing: Writing,
  named: { readonly pushId: string; readonly act?: string | undefined } | null,
  rows: readonly PushedRow[],
): Promise<PushResult> {
  const result = await decide(service, writing, named, rows, (store) => store);
  if (result.ok) service.reached(result.answer.seq);
  return result;
}

/** What would be answered to rows; nothing is written. */
export function tryRows(service: Service, writing: Writing, rows: readonly PushedRow[]): Promise<PushResult> {
  return decide(service, writing, null, rows, (store) => ({ ...store, commit: () => Promise.resolve(0) }));
}

async function decide(
  service: Service,
  { person, at, workbook }: Writing,
  named: Parameters<typeof pushRows>[2],
  rows: readonly PushedRow[],
  storeOf: (store: PushStore) => PushStore,
): Promise<PushResult> {
  const context = await judgingContext(service, at);
  const author = { by: person.id, at: at.toISOString(), workbook };
  return service.database.exclusive((session) =>
    push(
      { pushId: null, ...named, person, author, rows },
      {
        store: storeOf(createPushStore(session, service.sheets)),
        context,
        sheet: (id) => sheetById(service, id),
        versionAfter: (version) => versionAfter(service.epoch, version),
      },
    ),
  );
}
