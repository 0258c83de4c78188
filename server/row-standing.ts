import type { VoidAnswer } from "../shared/contract.ts";
import type { StatusAnswer, UnvoidAnswer } from "../shared/contract/status.ts";
import type { Sheet } from "../shared/model/sheet.ts";
import type { Standing } from "../shared/model/standing.ts";
import { createPushStore } from "./db/push-store.ts";
import type { Writing } from "./push-rows.ts";
import { versionAfter, type Service } from "./service-parts.ts";
import { changeStatus } from "./sync/change-status.ts";
import type { PushStore } from "./sync/push-store.ts";
import { unvoidRows } from "./sync/unvoid-rows.ts";
import { voidRows } from "./sync/void-rows.ts";

/** Rows of one record, each as the person saw it. */
interface RowsSeen {
  readonly sheet: Sheet;
  readonly rows: readonly { readonly id: string; readonly base: number }[];
}

/** Voids rows, with the reason. */
export function voidThem(
  service: Service,
  writing: Writing,
  request: RowsSeen & { readonly reason: string },
): Promise<VoidAnswer> {
  return alone(service, (world) => voidRows({ ...request, ...authorOf(writing) }, world));
}

/** Has void rows count again, with the reason. */
export function unvoidThem(
  service: Service,
  writing: Writing,
  request: RowsSeen & { readonly reason: string },
): Promise<UnvoidAnswer> {
  return alone(service, (world) => unvoidRows({ ...request, ...authorOf(writing) }, world));
}

/** Validates rows, returns them, or has them stand as sent again. */
export function changeStatusOf(
  service: Service,
  writing: Writing,
  request: RowsSeen & { readonly to: Standing; readonly reason: string | null },
): Promise<StatusAnswer> {
  return alone(service, (world) => changeStatus({ ...request, ...authorOf(writing) }, world));
}

function authorOf({ person, at, workbook }: Writing) {
  return { person, author: { by: person.id, at: at.toISOString(), workbook } };
}

/** Decides and writes alone, so that nothing moves between the reading and the writing. */
async function alone<A extends { readonly seq: number }>(
  service: Service,
  decide: (world: { store: PushStore; versionAfter: (version: number) => number }) => Promise<A>,
): Promise<A> {
  const answer = await service.database.exclusive((session) =>
    decide({
      store: createPushStore(session, service.sheets),
      versionAfter: (version) => versionAfter(service.epoch, version),
    }),
  );
  service.reached(answer.seq);
  return answer;
}
