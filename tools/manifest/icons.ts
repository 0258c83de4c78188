import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resourceValue } from "./references.ts";
import { attribute, childNamed, elementsNamed, type Problem, type XmlElement } from "./xml.ts";

/** The sizes that every ribbon icon must have, in pixels. */
const RIBBON = [16, 32, 80];
/** Office shows these two beside the add-in's name. */
const OF_APP = { IconUrl: 32, HighResolutionIconUrl: 64 };

/** What is wrong with the icons: a missing size, a file that is not in `assetsDir`, or one of other dimensions. */
export function iconProblems(root: XmlElement, assetsDir: string): Problem[] {
  const ofApp = Object.entries(OF_APP).flatMap(([name, size]) => {
    const element = childNamed(root, name);
    return element === undefined
      ? []
      : fileProblem(element, attribute(element, "DefaultValue"), size, assetsDir);
  });
  return [
    ...ofApp,
    ...elementsNamed(root, "Icon").flatMap((icon) => ribbonIconProblems(root, icon, assetsDir)),
  ];
}

function ribbonIconProblems(root: XmlElement, icon: XmlElement, assetsDir: string): Problem[] {
  const sizes = new Set(icon.children.map((image) => Number(attribute(image, "size"))));
  const missing = RIBBON.filter((size) => !sizes.has(size));
  return [
    ...missing.map((size) => ({ line: icon.line, text: `<Icon> no tiene la imagen de ${size} píxeles` })),
    ...icon.children.flatMap((image) => {
      const url = resourceValue(root, attribute(image, "resid"));
      return url === "" ? [] : fileProblem(image, url, Number(attribute(image, "size")), assetsDir);
    }),
  ];
}

function fileProblem(element: XmlElement, url: string, size: number, assetsDir: string): Problem[] {
  const name = url.slice(url.lastIndexOf("/") + 1);
  const file = join(assetsDir, name);
  if (!existsSync(file)) return [{ line: element.line, text: `no existe el icono ${name}` }];
  const { width, height } = pngSize(readFileSync(file));
  if (width === size && height === size) return [];
  return [
    { line: element.line, text: `${name} mide ${width}×${height} píxeles y debe medir ${size}×${size}` },
  ];
}

/** A PNG file's first chunk is IHDR: width and height stand at bytes 16 and 20 (PNG specification, 11.2.2). */
function pngSize(bytes: Buffer): { width: number; height: number } {
  const isPng = bytes.length >= 24 && bytes.toString("latin1", 1, 4) === "PNG";
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : { width: 0, height: 0 };
}
