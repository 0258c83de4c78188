/** Texts that links keep in the workbook, each kind under a namespace of its own: custom XML parts hold more than settings do. */
export interface LinkPart {
  readonly namespace: string;
  readonly element: string;
}

/** The rows that a link showed. */
export const knownRowsPart: LinkPart = { namespace: "urn:ventas-al-dia:known-rows", element: "known-rows" };
/** Accepted warnings and typed texts of a link's rows. */
export const rowNotesPart: LinkPart = { namespace: "urn:ventas-al-dia:row-notes", element: "row-notes" };
/** References of the records of a matrix, which has no column for them. */
export const matrixPart: LinkPart = { namespace: "urn:ventas-al-dia:matrix", element: "matrix" };

/** The texts of one kind, by link. */
export async function readLinkTexts(
  context: Excel.RequestContext,
  kind: LinkPart,
): Promise<ReadonlyMap<string, string>> {
  const parts = await readParts(context, kind);
  return new Map(parts.map(({ link, text }) => [link, text]));
}

/** Keeps a link's text, or drops it where there is none. */
export async function saveLinkText(
  context: Excel.RequestContext,
  kind: LinkPart,
  link: string,
  text: string | null,
): Promise<void> {
  const found = (await readParts(context, kind)).filter((part) => part.link === link);
  for (const { part } of found) part.delete();
  if (text !== null) context.workbook.customXmlParts.add(toXml(kind, link, text));
  await context.sync();
}

/** Drops all that a link keeps. */
export async function forgetLinkTexts(context: Excel.RequestContext, link: string): Promise<void> {
  await saveLinkText(context, knownRowsPart, link, null);
  await saveLinkText(context, rowNotesPart, link, null);
  await saveLinkText(context, matrixPart, link, null);
}

interface ReadPart {
  readonly part: Excel.CustomXmlPart;
  readonly link: string;
  readonly text: string;
}

async function readParts(
  context: Excel.RequestContext,
  { namespace }: LinkPart,
): Promise<readonly ReadPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load({ id: true });
  await context.sync();
  const read = parts.items.map((part) => ({ part, xml: part.getXml() }));
  await context.sync();
  return read.map(({ part, xml }) => ({ part, ...fromXml(xml.value) }));
}

/** Links' ids hold letters, digits and hyphens only. */
const toXml = ({ namespace, element }: LinkPart, link: string, text: string): string =>
  `<${element} xmlns="${namespace}" link="${link}">${escapeText(text)}</${element}>`;

function fromXml(xml: string): { readonly link: string; readonly text: string } {
  const link = /\blink="([^"]*)"/.exec(xml)?.[1] ?? "";
  const text = />([^<]*)<\/[^>]*>\s*$/.exec(xml)?.[1] ?? "";
  return { link, text: unescapeText(text) };
}

/** All but plain ASCII goes as a number, as Excel may write a part again in another encoding. */
function escapeText(text: string): string {
  return text.replaceAll(/[&<>]|[^ -~]/gu, (character) => `&#${character.codePointAt(0) ?? 0xfffd};`);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeText(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/giu, (all, decimal, hex, name) => {
    if (typeof decimal === "string") return String.fromCodePoint(Number(decimal));
    if (typeof hex === "string") return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[String(name)] ?? all;
  });
}
