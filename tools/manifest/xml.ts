import { SaxesParser } from "saxes";

/** One element as written, without its namespace prefix (`bt:Image` is `Image`). */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  /** By qualified name, as written: `resid`, `xsi:type`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly parent: XmlElement | undefined;
  readonly line: number;
  text: string;
};

export type Problem = { readonly line: number; readonly text: string };

/** Reads a document into its elements; text that is not well-formed XML gives the parser's words and the line. */
export function readXml(text: string): { readonly root: XmlElement } | { readonly problem: Problem } {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let root: XmlElement | undefined;
  let open: XmlElement | undefined;
  let problem: Problem | undefined;
  parser.on("error", (error) => (problem ??= { line: parser.line, text: error.message }));
  parser.on("opentag", ({ local, uri, attributes }) => {
    const values = Object.values(attributes).map(({ name, value }) => [name, value] as const);
    const element: XmlElement = {
      name: local,
      namespace: uri,
      attributes: new Map(values),
      children: [],
      parent: open,
      line: parser.line,
      text: "",
    };
    open?.children.push(element);
    root ??= element;
    open = element;
  });
  parser.on("text", (piece) => {
    if (open !== undefined) open.text += piece;
  });
  parser.on("closetag", () => {
    open = open?.parent;
  });
  parser.write(text).close();
  return problem === undefined && root !== undefined
    ? { root }
    : { problem: problem ?? { line: 1, text: "no hay ningún elemento" } };
}

/** The element and everything inside it, in the order of the document. */
export function everyElement(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap(everyElement)];
}

/** All elements of these names anywhere under `root`. */
export function elementsNamed(root: XmlElement, ...names: readonly string[]): XmlElement[] {
  return everyElement(root).filter(({ name }) => names.includes(name));
}

/** The first child with this name. */
export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** The attribute's value, or "" when it is not there. */
export function attribute(element: XmlElement, name: string): string {
  return element.attributes.get(name) ?? "";
}
