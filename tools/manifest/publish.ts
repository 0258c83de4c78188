/** Where the manifest of the repository points: a developer's own machine. */
export const DEVELOPMENT = "https://localhost:3000";

/**
 * The manifest for a public address, such as `https://ventas.example.co` (a folder may follow). Its id stays the same, so
 * that an administrator's new version replaces the old one. A sentence when the address cannot be one.
 */
export function manifestFor(
  address: string,
  development: string,
): { readonly text: string } | { readonly problem: string } {
  if (!URL.canParse(address)) {
    return { problem: `«${address}» no es una dirección. Escriba, por ejemplo, https://ventas.example.co` };
  }
  const url = new URL(address);
  if (url.protocol !== "https:") return { problem: "Office solo abre direcciones https." };
  if (url.search !== "" || url.hash !== "" || url.username !== "") {
    return { problem: "Escriba solo el servidor y, si la hay, la carpeta: sin ?, # ni usuario." };
  }
  const base = url.origin + url.pathname.replace(/\/+$/, "");
  const withoutNote = development.replace(/<!-- For a development machine.*?-->\n/, "");
  return { text: withoutNote.replaceAll(DEVELOPMENT, base) };
}
