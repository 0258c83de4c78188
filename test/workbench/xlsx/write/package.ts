import JSZip from "jszip";
import { document, element } from "./xml.ts";

/** The parts of a file being written, with the relations between them. */
export interface PackageWriter {
  /** Adds a part; its path begins without a slash. */
  add: (path: string, contentType: string, content: string) => void;
  /** Relates a part to another and gives the relation's id. The empty path is the package itself. */
  relate: (from: string, kind: string, to: string) => string;
  zip: () => Promise<Uint8Array>;
}

const relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageNamespace = "http://schemas.openxmlformats.org/package/2006";

/** An empty package. */
export function createPackage(): PackageWriter {
  const parts = new Map<string, { contentType: string; content: string }>();
  const relations = new Map<string, string[]>();
  return {
    add: (path, contentType, content) => void parts.set(path, { contentType, content }),
    relate: (from, kind, to) => {
      const list = relations.get(from) ?? [];
      const id = `rId${list.length + 1}`;
      list.push(
        element("Relationship", { Id: id, Type: `${relationType}/${kind}`, Target: relativePath(from, to) }),
      );
      relations.set(from, list);
      return id;
    },
    zip: () => zipped(parts, relations),
  };
}

function zipped(
  parts: Map<string, { contentType: string; content: string }>,
  relations: Map<string, string[]>,
): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file("[Content_Types].xml", contentTypes(parts));
  for (const [from, list] of relations) {
    zip.file(
      relationsPath(from),
      document(element("Relationships", { xmlns: `${packageNamespace}/relationships` }, ...list)),
    );
  }
  for (const [path, { content }] of parts) zip.file(path, content);
  return zip.generateAsync({ type: "uint8array", compression: "DEFLATE" });
}

function contentTypes(parts: Map<string, { contentType: string }>): string {
  const overrides = [...parts].map(([path, { contentType }]) =>
    element("Override", { PartName: `/${path}`, ContentType: contentType }),
  );
  const rels = element("Default", {
    Extension: "rels",
    ContentType: "application/vnd.openxmlformats-package.relationships+xml",
  });
  const xml = element("Default", { Extension: "xml", ContentType: "application/xml" });
  return document(element("Types", { xmlns: `${packageNamespace}/content-types` }, rels, xml, ...overrides));
}

/** Relative, because some readers (exceljs among them) do not find the absolute ones. */
function relativePath(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const path = to.split("/");
  while (folders.length > 0 && folders[0] === path[0]) {
    folders.shift();
    path.shift();
  }
  return [...folders.map(() => ".."), ...path].join("/");
}

function relationsPath(from: string): string {
  const slash = from.lastIndexOf("/");
  return `${from.slice(0, slash + 1)}_rels/${from.slice(slash + 1)}.rels`;
}
