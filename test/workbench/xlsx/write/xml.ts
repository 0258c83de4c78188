type AttributeValue = string | number | boolean | undefined | null;

/** An element as text. Absent attributes are left out, true and false become 1 and 0; content is XML already. */
export function element(
  name: string,
  attributes: Record<string, AttributeValue>,
  ...content: string[]
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined || value === null ? "" : ` ${key}="${attributeText(value)}"`))
    .join("");
  const inside = content.join("");
  return inside === "" ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

/** A list element with its count, or nothing where the list is empty. */
export function list(name: string, items: string[]): string {
  return items.length === 0 ? "" : element(name, { count: items.length }, ...items);
}

/** A whole part. */
export function document(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

/** Text safe inside an element or an attribute; what XML cannot hold is written `_xHHHH_`, as Excel does. */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(
      unwritable,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );
}

/** A `t` element; spaces at its ends count. */
export function textElement(text: string): string {
  const escaped = escapeXml(text);
  return /^\s|\s$|\n/.test(text) ? `<t xml:space="preserve">${escaped}</t>` : `<t>${escaped}</t>`;
}

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const unwritable = new RegExp(`[${String.raw`\u0000-\u0008\u000b-\u001f\ufffe\uffff`}]`, "g");

function attributeText(value: string | number | boolean): string {
  // A line break would be read back as a space.
  return typeof value === "boolean"
    ? value
      ? "1"
      : "0"
    : escapeXml(String(value)).replaceAll("\n", "&#10;");
}
