import { attribute, childNamed, elementsNamed, type Problem, type XmlElement } from "./xml.ts";

const VERSION_OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

/** Each single-valued element with the form that Office demands of it. */
const FORMS: readonly (readonly [name: string, form: RegExp, sentence: string])[] = [
  ["Id", /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "debe ser un GUID"],
  ["Version", /^\d+(\.\d+){3}$/, "debe tener cuatro números separados por puntos"],
  ["DefaultLocale", /^[a-z]{2}-[A-Z]{2}$/, "debe ser un idioma con su país, como es-ES"],
  [
    "Permissions",
    /^(Restricted|ReadDocument|ReadAllDocument|WriteDocument|ReadWriteDocument)$/,
    "no es un permiso",
  ],
];

/** What is wrong with the add-in's kind, its identity, and the requirement sets it needs. */
export function identityProblems(root: XmlElement): Problem[] {
  return [...kindProblems(root), ...formProblems(root), ...requirementProblems(root)];
}

function kindProblems(root: XmlElement): Problem[] {
  const problems: Problem[] = [];
  if (root.name !== "OfficeApp" || attribute(root, "xsi:type") !== "TaskPaneApp") {
    problems.push({ line: root.line, text: 'la raíz debe ser <OfficeApp xsi:type="TaskPaneApp">' });
  }
  const hosts = childNamed(root, "Hosts")?.children.map((host) => attribute(host, "Name")) ?? [];
  if (hosts.join(",") !== "Workbook")
    problems.push({ line: root.line, text: "el único <Host> debe ser Workbook" });
  for (const overrides of elementsNamed(root, "VersionOverrides")) {
    if (
      overrides.namespace === VERSION_OVERRIDES &&
      attribute(overrides, "xsi:type") === "VersionOverridesV1_0"
    )
      continue;
    problems.push({
      line: overrides.line,
      text: `<VersionOverrides> debe ser VersionOverridesV1_0 de ${VERSION_OVERRIDES}`,
    });
  }
  return problems;
}

function formProblems(root: XmlElement): Problem[] {
  return FORMS.flatMap(([name, form, sentence]) => {
    const element = childNamed(root, name);
    if (element === undefined || form.test(element.text)) return [];
    return [{ line: element.line, text: `<${name}> ${sentence}: «${element.text}»` }];
  });
}

function requirementProblems(root: XmlElement): Problem[] {
  const sets = requiredSets(root);
  return ["ExcelApi", "SharedRuntime"]
    .filter((name) => !sets.has(name))
    .map((name) => ({ line: root.line, text: `<Requirements> no pide ${name}` }));
}

/** The requirement sets that the add-in demands, with their lowest versions (`ExcelApi` → `1.14`). */
export function requiredSets(root: XmlElement): ReadonlyMap<string, string> {
  const sets = childNamed(root, "Requirements");
  const all = sets === undefined ? [] : elementsNamed(sets, "Set");
  return new Map(all.map((set) => [attribute(set, "Name"), attribute(set, "MinVersion")]));
}
