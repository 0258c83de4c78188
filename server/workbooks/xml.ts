import { SaxesParser } from "saxes";
import type { Archive } from "./archive.ts";
import { UnreadableWorkbook } from "./failure.ts";

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of a part hears; names are without their prefix. */
export interface Listener {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads a part of a package as XML. A document type is refused whole: no part has one, and entities are how a small
 * file becomes a big one. Throws UnreadableWorkbook where the XML is broken.
 */
export async function readXml(archive: Archive, path: string, listener: Listener): Promise<void> {
  const parser = new SaxesParser();
  parser.on("doctype", () => {
    throw new UnreadableWorkbook("hostile", `${path} declares a document type`);
  });
  parser.on("error", (error) => {
    throw new UnreadableWorkbook("damaged", `${path}: ${error.message}`);
  });
  parser.on("opentag", ({ name, attributes }) => listener.open?.(localName(name), attributes));
  parser.on("closetag", ({ name }) => listener.close?.(localName(name)));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  await archive.read(path, (text) => parser.write(text));
  parser.close();
}

/** Whether an attribute of the kind `xsd:boolean` says yes. */
export const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);
