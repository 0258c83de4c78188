import { attribute, everyElement, type Problem, type XmlElement } from "./xml.ts";

/** Elements whose value is an address. */
const ADDRESSED = new Set(["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "Url"]);
const LONGEST = 2048;

/** What is wrong with the addresses: Office loads https only, and all of them belong to one service. */
export function addressProblems(root: XmlElement): Problem[] {
  const addresses = everyElement(root).flatMap(addressesOf);
  const home = addresses.map(({ url }) => originOf(url)).find((origin) => origin !== undefined);
  return addresses.flatMap(({ url, element }) => {
    const origin = originOf(url);
    if (origin === undefined || url.length > LONGEST) {
      return [{ line: element.line, text: `«${url}» no es una dirección https que Office acepte` }];
    }
    return origin === home ? [] : [{ line: element.line, text: `«${url}» no está en ${home ?? ""}` }];
  });
}

function addressesOf(element: XmlElement): { url: string; element: XmlElement }[] {
  const isImage = element.name === "Image" && element.attributes.has("DefaultValue");
  const isAddressed = ADDRESSED.has(element.name) && !element.attributes.has("resid");
  if (!isImage && !isAddressed) return [];
  const overrides = element.children.map((override) => attribute(override, "Value"));
  return [attribute(element, "DefaultValue"), ...overrides].map((url) => ({ url, element }));
}

function originOf(url: string): string | undefined {
  const isHttps = URL.canParse(url) && new URL(url).protocol === "https:";
  return isHttps ? new URL(url).origin : undefined;
}
