import JSZip from "jszip";
import { UnreadableWorkbook } from "./failure.ts";

/** What a file may cost at most; an honest year of a department is far below each. */
export const limits = {
  fileBytes: 50_000_000,
  parts: 2_000,
  inflatedBytes: 250_000_000,
  /** A part may inflate a hundredfold where rows repeat; deflate's utmost is 1,032. */
  inflation: 400,
  /** Below this a part's inflation is not judged. */
  judgedBytes: 8_000_000,
} as const;

/** The parts of a package, each read at most once and as a stream, so that what it claims of its size is not believed. */
export interface Archive {
  has(path: string): boolean;
  /** Gives the part to `take` piece by piece. Throws where there is none, or where it is out of proportion. */
  read(path: string, take: (text: string) => void): Promise<void>;
}

/** Opens a package of parts. Throws UnreadableWorkbook where it is none. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  refuseOtherFormats(bytes);
  const zip = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw new UnreadableWorkbook("damaged", String(error));
  });
  if (Object.keys(zip.files).length > limits.parts) throw new UnreadableWorkbook("hostile", "too many parts");
  const budget = {
    left: limits.inflatedBytes,
    largest: Math.max(limits.judgedBytes, bytes.length * limits.inflation),
  };
  return {
    has: (path) => zip.file(path) !== null,
    async read(path, take) {
      const part = zip.file(path);
      if (!part) throw new UnreadableWorkbook("damaged", `there is no part ${path}`);
      await inflate(part, budget, take);
    },
  };
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length > limits.fileBytes) throw new UnreadableWorkbook("too-large", `${bytes.length} bytes`);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    // A password makes Excel wrap the package in an OLE container with a stream of this name (MS-OFFCRYPTO 2.3.4).
    const encrypted = Buffer.from(bytes).includes(Buffer.from("EncryptedPackage", "utf16le"));
    throw new UnreadableWorkbook(encrypted ? "encrypted" : "not-a-workbook", "an OLE container");
  }
  if (!begins(bytes, [0x50, 0x4b])) throw new UnreadableWorkbook("not-a-workbook", "no package");
}

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

interface Budget {
  left: number;
  readonly largest: number;
}

function inflate(part: JSZip.JSZipObject, budget: Budget, take: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  return new Promise((resolve, reject) => {
    let size = 0;
    const stream = part.nodeStream("nodebuffer");
    const stop = (error: unknown) => {
      stream.pause();
      reject(error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook("damaged", String(error)));
    };
    const accept = (bytes: Uint8Array) => {
      size += bytes.length;
      budget.left -= bytes.length;
      if (size > budget.largest) throw new UnreadableWorkbook("hostile", `${part.name} inflates without end`);
      if (budget.left < 0) throw new UnreadableWorkbook("too-large", "more than is read at once");
      take(decoder.decode(bytes, { stream: true }));
    };
    stream.on("data", (bytes: Buffer) => attempt(() => accept(bytes), stop));
    stream.on("error", stop);
    stream.on("end", () =>
      attempt(() => {
        take(decoder.decode());
        resolve();
      }, stop),
    );
  });
}

function attempt(act: () => void, failed: (error: unknown) => void): void {
  try {
    act();
  } catch (error) {
    failed(error);
  }
}
