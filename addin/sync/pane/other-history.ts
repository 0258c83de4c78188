import type { Memory } from "./memory.ts";

/** Whether the service goes on from a backup since the person brought a link up to date: its history has another name. */
export function isOtherHistory({ links, me }: Memory, epoch: string): boolean {
  return [...links.values()].some(
    ({ link: { cursor } }) => cursor !== null && cursor.person === me?.person.id && cursor.epoch !== epoch,
  );
}
