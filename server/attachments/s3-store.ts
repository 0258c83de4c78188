import { S3mini } from "s3mini";
import { ObjectsUnavailable, type ObjectStore } from "./object-store.ts";

/** A bucket of a store that speaks S3. */
export interface S3Place {
  /** The address with the bucket as its path: `https://s3.us-east-1.amazonaws.com/ventas`. */
  readonly url: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

/** Keeps objects in a bucket. Its durability is the bucket's own. */
export function createS3Store({ url, region, key, secret }: S3Place): ObjectStore {
  const credentials = { accessKeyId: key, secretAccessKey: secret };
  const bucket = new S3mini({ endpoint: url, region, ...credentials, requestAbortTimeout: patience });
  return {
    put: (hash, content, type) =>
      guarded(async () => {
        // The store refuses what reaches it as anything else.
        const checksum = { "x-amz-checksum-sha256": Buffer.from(hash, "hex").toString("base64") };
        await bucket.putObject(nameOf(hash), Buffer.from(content), type, undefined, checksum);
      }),
    get: (hash) =>
      guarded(async () => {
        const found = await bucket.getObjectArrayBuffer(nameOf(hash));
        return found === null ? undefined : new Uint8Array(found);
      }),
    remove: (hash) => guarded(async () => void (await bucket.deleteObject(nameOf(hash)))),
  };
}

/** How long one answer may take, in milliseconds. */
const patience = 30_000;

const nameOf = (hash: string): string => `attachments/${hash.slice(0, 2)}/${hash}`;

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ObjectsUnavailable("the store of attachments failed", { cause: error });
  }
}
