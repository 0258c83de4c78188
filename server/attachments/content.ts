import { hashOf, type ObjectStore } from "./object-store.ts";

/** The content of a hash. Throws where the store lost it or has something else under its name. */
export async function contentOf(objects: ObjectStore, hash: string): Promise<Uint8Array<ArrayBuffer>> {
  const content = await objects.get(hash);
  if (!content) throw new Error(`the store has no object ${hash}`);
  if (hashOf(content) !== hash) throw new Error(`the object ${hash} is damaged`);
  return content;
}
