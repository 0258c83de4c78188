const namespace = "urn:ventas-al-dia:known-rows";

/** The texts that links keep about the rows that they showed, by link; custom XML parts hold more than settings do. */
export async function readKnownRows(context: Excel.RequestContext): Promise<ReadonlyMap<string, string>> {
  const parts = await readParts(context);
  return new Map(parts.map(({ link, text }) => [link, text]));
}

/** Keeps a link's text, or drops it where there is none. */
export async function saveKnownRows(
  context: Excel.RequestContext,
  link: string,
  text: string | null,
): Promise<void> {
  const found = (await readParts(context)).filter((part) => part.link === link);
  for (const { part } of found) part.delete();
  if (text !== null) context.workbook.customXmlParts.add(toXml(link, text));
  await context.sync();
}

interface KnownRowsPart {
  readonly part: Excel.CustomXmlPart;
  readonly link: string;
  readonly text: string;
}

async function readParts(context: Excel.RequestContext): Promise<readonly KnownRowsPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load({ id: true });
  await context.sync();
  const read = parts.items.map((part) => ({ part, xml: part.getXml() }));
  await context.sync();
  return read.map(({ part, xml }) => ({ part, ...fromXml(xml.value) }));
}

/** Ids and texts hold letters, digits, hyphens and spaces only, so nothing needs escaping. */
const toXml = (link: string, text: string): string =>
  `<known-rows xmlns="${namespace}" link="${link}">${text}</known-rows>`;

function fromXml(xml: string): { readonly link: string; readonly text: string } {
  const link = /\blink="([^"]*)"/.exec(xml)?.[1] ?? "";
  const text = />([^<]*)<\/[^>]*>\s*$/.exec(xml)?.[1] ?? "";
  return { link, text };
}
