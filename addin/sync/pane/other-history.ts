import { cursorOf } from "../link-cursors.ts";
import type { Memory } from "./memory.ts";

/** Whether the service goes on from a backup since the person brought a link up to date: its history has another name. */
export function isOtherHistory({ links, me }: Memory, epoch: string): boolean {
  return [...links.values()].some(({ link }) => (cursorOf(link, me?.person.id)?.epoch ?? epoch) !== epoch);
}
