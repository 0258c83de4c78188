import type { Problem, XmlElement } from "./xml.ts";

/**
 * What may stand in each element, in this order: `?` at most once, `+` at least once, `*` any number, else exactly once.
 * From the XML schemas of [MS-OWEMXML] (sections 5.2 and 5.7), as far as a task pane add-in uses them.
 */
const CONTENT: Readonly<Record<string, string>> = {
  OfficeApp:
    "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl " +
    "AppDomains? Hosts Requirements DefaultSettings Permissions VersionOverrides",
  AppDomains: "AppDomain+",
  Requirements: "Sets",
  Sets: "Set+",
  DefaultSettings: "SourceLocation",
  VersionOverrides: "Description? Requirements? Hosts Resources EquivalentAddins? WebApplicationInfo?",
  Hosts: "Host+",
  Host: "Runtimes? DesktopFormFactor?",
  Runtimes: "Runtime+",
  DesktopFormFactor: "GetStarted? FunctionFile ExtensionPoint+",
  GetStarted: "Title Description LearnMoreUrl",
  ExtensionPoint: "CustomTab? OfficeTab*",
  CustomTab: "Group+ Label",
  Group: "Label Icon Control+",
  Control: "Label Supertip Icon Action Enabled?",
  Supertip: "Title Description",
  Icon: "Image+",
  Action: "TaskpaneId? SourceLocation? Title? FunctionName?",
  Resources: "Images Urls ShortStrings LongStrings",
  Images: "Image+",
  Urls: "Url+",
  ShortStrings: "String+",
  LongStrings: "String+",
  ...Object.fromEntries(
    ["DisplayName", "Description", "IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation"].map(
      (name) => [name, "Override*"],
    ),
  ),
  Image: "Override*",
  Url: "Override*",
  String: "Override*",
};

/** Everything that stands where the schema does not allow it, or is missing there. */
export function structureProblems(element: XmlElement): Problem[] {
  const rules = (CONTENT[element.name] ?? "").split(" ").filter(Boolean);
  return [...contentProblems(element, rules), ...element.children.flatMap(structureProblems)];
}

function contentProblems(element: XmlElement, rules: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  let next = 0;
  for (const rule of rules) {
    const name = rule.replace(/[?*+]$/, "");
    const first = next;
    while (element.children[next]?.name === name) next += 1;
    const problem = countProblem(rule, name, next - first);
    if (problem !== undefined) problems.push({ line: element.line, text: `<${element.name}>: ${problem}` });
  }
  const stranger = element.children[next];
  if (stranger === undefined) return problems;
  const misplaced = `<${stranger.name}> no puede estar aquí dentro de <${element.name}>`;
  return [...problems, { line: stranger.line, text: misplaced }];
}

function countProblem(rule: string, name: string, count: number): string | undefined {
  const isOptional = rule.endsWith("?") || rule.endsWith("*");
  const isRepeatable = rule.endsWith("+") || rule.endsWith("*");
  if (count === 0 && !isOptional) return `falta <${name}>, o no está en su lugar`;
  if (count > 1 && !isRepeatable) return `<${name}> está ${count} veces`;
  return undefined;
}
