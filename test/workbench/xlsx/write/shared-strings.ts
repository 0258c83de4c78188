import { document, element, mainNamespace, textElement } from "./xml.ts";

/** Collects the texts of cells; each is written once. */
export interface SharedStrings {
  add: (text: string) => number;
  part: () => string;
}

/** An empty collection. */
export function createSharedStrings(): SharedStrings {
  const places = new Map<string, number>();
  let uses = 0;
  const add = (text: string) => {
    uses += 1;
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const part = () => {
    const items = [...places.keys()].map((text) => element("si", {}, textElement(text)));
    return document(
      element("sst", { xmlns: mainNamespace, count: uses, uniqueCount: items.length }, ...items),
    );
  };
  return { add, part };
}
