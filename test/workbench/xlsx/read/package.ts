import JSZip from "jszip";
import type { XmlElement } from "./xml.ts";
import { children, parseXml } from "./xml.ts";

export interface Relationship {
  id: string;
  /** The last word of the type's address: `worksheet`, `table`, `comments`… */
  kind: string;
  /** The target's path in the package. */
  path: string;
}

/** The parts of an Office file, parsed on demand. */
export interface OfficePackage {
  part: (path: string | undefined) => XmlElement | undefined;
  related: (path: string) => Relationship[];
}

/** The package, or undefined where the bytes are no zip archive (an old .xls, an encrypted file, anything else). */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage | undefined> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined;
  const texts = await xmlTexts(await JSZip.loadAsync(bytes));
  const part = (path: string | undefined) => {
    const text = path === undefined ? undefined : texts.get(path);
    return text === undefined ? undefined : parseXml(text);
  };
  return { part, related: (path) => relationships(path, part(relationshipsPath(path))) };
}

async function xmlTexts(zip: JSZip): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of Object.values(zip.files)) {
    if (/\.(xml|rels)$/.test(file.name)) texts.set(file.name.replace(/^\//, ""), await file.async("text"));
  }
  return texts;
}

function relationships(path: string, root: XmlElement | undefined): Relationship[] {
  return children(root, "Relationship").map(({ attributes }) => ({
    id: attributes["Id"] ?? "",
    kind: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
    path: attributes["TargetMode"] === "External" ? "" : resolvePath(path, attributes["Target"] ?? ""),
  }));
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/");
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

function resolvePath(from: string, target: string): string {
  return new URL(target, `file:///${from}`).pathname.slice(1);
}
