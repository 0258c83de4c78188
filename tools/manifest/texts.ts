import { attribute, childNamed, elementsNamed, type Problem, type XmlElement } from "./xml.ts";

/** The longest text that Office accepts, in characters. */
const SHORT = 125;
const LONG = 250;

/** What is wrong with the texts that people read: too long, empty, or without their English. */
export function textProblems(root: XmlElement): Problem[] {
  const provider = childNamed(root, "ProviderName");
  return [
    ...(provider === undefined ? [] : lengthProblem(provider, provider.text, SHORT)),
    ...localized(root).flatMap(({ element, limit }) => localizedProblems(element, limit)),
  ];
}

function localized(root: XmlElement): { element: XmlElement; limit: number }[] {
  const limits = { DisplayName: SHORT, Description: LONG };
  const ofApp = Object.entries(limits).flatMap(([name, limit]) => {
    const element = childNamed(root, name);
    return element === undefined ? [] : [{ element, limit }];
  });
  const strings = (list: string, limit: number) =>
    elementsNamed(root, list).flatMap(({ children }) => children.map((element) => ({ element, limit })));
  return [...ofApp, ...strings("ShortStrings", SHORT), ...strings("LongStrings", LONG)];
}

function localizedProblems(element: XmlElement, limit: number): Problem[] {
  const overrides = element.children.filter(({ name }) => name === "Override");
  const texts = [
    attribute(element, "DefaultValue"),
    ...overrides.map((override) => attribute(override, "Value")),
  ];
  const hasEnglish = overrides.some((override) => attribute(override, "Locale") === "en-US");
  const missing = { line: element.line, text: `${nameOf(element)} no tiene texto en inglés (en-US)` };
  return [...texts.flatMap((text) => lengthProblem(element, text, limit)), ...(hasEnglish ? [] : [missing])];
}

function lengthProblem(element: XmlElement, text: string, limit: number): Problem[] {
  if (text.trim() !== "" && text.length <= limit) return [];
  const sentence = text.trim() === "" ? "está vacío" : `tiene ${text.length} caracteres y caben ${limit}`;
  return [{ line: element.line, text: `${nameOf(element)} ${sentence}` }];
}

function nameOf(element: XmlElement): string {
  const id = attribute(element, "id");
  return id === "" ? `<${element.name}>` : `<${element.name} id="${id}">`;
}
