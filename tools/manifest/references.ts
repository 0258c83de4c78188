import { attribute, childNamed, everyElement, type Problem, type XmlElement } from "./xml.ts";

/** The list of resources that each referring element must point into. */
const LISTS: Readonly<Record<string, string>> = {
  Image: "Images",
  Runtime: "Urls",
  FunctionFile: "Urls",
  SourceLocation: "Urls",
  LearnMoreUrl: "Urls",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
};
const LONGEST_ID = 32;

/** What is wrong with `resid` and `id`: names that resolve to nothing, to the wrong list, twice, or that nobody uses. */
export function referenceProblems(root: XmlElement): Problem[] {
  const resources = everyElement(root).filter(isResource);
  const listOf = new Map(resources.map((element) => [attribute(element, "id"), element.parent?.name ?? ""]));
  const referring = everyElement(root).filter(({ attributes }) => attributes.has("resid"));
  const used = new Set(referring.map((element) => attribute(element, "resid")));
  return [
    ...referring.flatMap((element) => referenceProblem(element, listOf)),
    ...resources.flatMap((element) => resourceProblem(element, used)),
    ...duplicates(root),
  ];
}

function isResource(element: XmlElement): boolean {
  return element.parent?.parent?.name === "Resources";
}

function referenceProblem(element: XmlElement, listOf: ReadonlyMap<string, string>): Problem[] {
  const resid = attribute(element, "resid");
  const found = listOf.get(resid);
  const wanted = LISTS[element.name];
  if (found === undefined)
    return [{ line: element.line, text: `<${element.name}>: no hay ningún recurso «${resid}»` }];
  if (found === wanted) return [];
  return [
    {
      line: element.line,
      text: `<${element.name}>: «${resid}» está en <${found}> y no en <${wanted ?? "?"}>`,
    },
  ];
}

function resourceProblem(element: XmlElement, used: ReadonlySet<string>): Problem[] {
  const id = attribute(element, "id");
  if (id.length > LONGEST_ID) {
    return [{ line: element.line, text: `«${id}» tiene ${id.length} caracteres y caben ${LONGEST_ID}` }];
  }
  return used.has(id) ? [] : [{ line: element.line, text: `nadie usa el recurso «${id}»` }];
}

function duplicates(root: XmlElement): Problem[] {
  const seen = new Set<string>();
  return everyElement(root).flatMap((element) => {
    const id = attribute(element, "id");
    if (id === "" || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ line: element.line, text: `el id «${id}» está repetido` }];
  });
}

/** The address (or text) behind a `resid`; "" when there is none. */
export function resourceValue(root: XmlElement, resid: string): string {
  const resource = everyElement(root).find(
    (element) => isResource(element) && attribute(element, "id") === resid,
  );
  return resource === undefined ? "" : attribute(resource, "DefaultValue");
}

/** The `resid` of a child element, "" when there is no such child. */
export function residOf(element: XmlElement, child: string): string {
  const found = childNamed(element, child);
  return found === undefined ? "" : attribute(found, "resid");
}
