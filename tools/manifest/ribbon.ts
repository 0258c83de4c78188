import { residOf } from "./references.ts";
import { attribute, childNamed, elementsNamed, type Problem, type XmlElement } from "./xml.ts";

const MOST_GROUPS = 10;
const MOST_CONTROLS = 6;

/** What is wrong with the ribbon and the shared runtime: limits, actions that do nothing, pages that would not be shared. */
export function ribbonProblems(root: XmlElement): Problem[] {
  return [
    ...elementsNamed(root, "CustomTab").flatMap((tab) => limitProblem(tab, "Group", MOST_GROUPS)),
    ...elementsNamed(root, "Group").flatMap((group) => limitProblem(group, "Control", MOST_CONTROLS)),
    ...elementsNamed(root, "Action").flatMap(actionProblem),
    ...runtimeProblems(root),
  ];
}

function limitProblem(element: XmlElement, child: string, most: number): Problem[] {
  const count = element.children.filter(({ name }) => name === child).length;
  return count <= most
    ? []
    : [{ line: element.line, text: `<${element.name}> tiene ${count} <${child}> y caben ${most}` }];
}

function actionProblem(action: XmlElement): Problem[] {
  const type = attribute(action, "xsi:type");
  const needed = { ExecuteFunction: "FunctionName", ShowTaskpane: "SourceLocation" }[type];
  if (needed === undefined) return [{ line: action.line, text: `la acción «${type}» no existe` }];
  return childNamed(action, needed)
    ? []
    : [{ line: action.line, text: `la acción ${type} necesita <${needed}>` }];
}

/** One runtime for all: the runtime, the function file and every pane must be the very same page. */
function runtimeProblems(root: XmlElement): Problem[] {
  return elementsNamed(root, "DesktopFormFactor").flatMap((form) => {
    const runtime = form.parent && elementsNamed(form.parent, "Runtime")[0];
    if (runtime === undefined || attribute(runtime, "lifetime") !== "long") {
      return [
        {
          line: form.line,
          text: 'falta un <Runtime lifetime="long">: el panel y los comandos no compartirían página',
        },
      ];
    }
    const shared = attribute(runtime, "resid");
    const pages = [
      residOf(form, "FunctionFile"),
      ...elementsNamed(form, "Action").map((it) => residOf(it, "SourceLocation")),
    ];
    return pages
      .filter((page) => page !== "" && page !== shared)
      .map((page) => ({ line: form.line, text: `«${page}» no es la página compartida «${shared}»` }));
  });
}
