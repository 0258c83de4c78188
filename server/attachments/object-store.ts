import { createHash } from "node:crypto";
import { join } from "node:path";

/** Where the content of photos and documents lies, each under the hash of what it is. */
export interface ObjectStore {
  /** Resolves once the content will outlast a loss of power. The same content may come any number of times. */
  put(hash: string, content: Uint8Array, type: string): Promise<void>;
  /** The content; undefined where there is none of that hash. */
  get(hash: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Takes a content out for good; done also where there is none. */
  remove(hash: string): Promise<void>;
}

/** The store does not answer, or has no room. */
export class ObjectsUnavailable extends Error {
  override readonly name = "ObjectsUnavailable";
}

/** The folder of the store beside a database. */
export const attachmentsFolder = (folder: string): string => join(folder, "attachments");

/** The name of a content: its SHA-256 in hexadecimal. */
export function hashOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
