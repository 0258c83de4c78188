import { SaxesParser } from "saxes";

/** An element without its namespace prefix: writers differ in the prefixes they choose. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The character data directly inside, as written: spaces count. */
  text: string;
}

/** The tree of a document. Throws where the text is no well-formed XML. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    const element = { name: localName(tag.name), attributes: { ...tag.attributes }, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (piece) => append(open.at(-1), piece));
  parser.on("cdata", (piece) => append(open.at(-1), piece));
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  return root.children[0] ?? root;
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** All children of that name, in order. */
export function children(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** A boolean attribute: Excel writes 1 and 0, LibreOffice true and false. */
export function flag(element: XmlElement | undefined, name: string, absent = false): boolean {
  const written = element?.attributes[name];
  return written === undefined ? absent : written === "1" || written === "true";
}

/** A numeric attribute, undefined where it is absent or no number. */
export function number(element: XmlElement | undefined, name: string): number | undefined {
  const written = element?.attributes[name];
  const value = written === undefined ? Number.NaN : Number(written);
  return Number.isNaN(value) ? undefined : value;
}

/** Text of a string item, `_x000D_` escapes undone (ECMA-376 part 1, 22.4.2.4). */
export function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function append(element: XmlElement | undefined, piece: string): void {
  if (element) element.text += piece;
}
