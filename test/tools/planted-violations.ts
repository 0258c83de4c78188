type Planted = { readonly says: string; readonly file: string; readonly code: string; readonly rule: string };

const excel = (body: string) => `export async function work(): Promise<void> {
  await Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    ${body}
    await context.sync();
  });
}`;

const IMPORTS = "eslint(no-restricted-imports)";
const GLOBALS = "eslint(no-restricted-globals)";

/** One file for every rule of the house, each breaking it once. */
export const planted: readonly Planted[] = [
  ...layers(),
  ...globals(),
  ...officeRules(),
  {
    says: "no any",
    file: "shared/any.ts",
    code: "export const x: any = 1;",
    rule: "typescript(no-explicit-any)",
  },
  {
    says: "no promise is left alone",
    file: "server/floating.ts",
    code: "async function save(): Promise<void> {}\nexport function go(): void {\n  save();\n}",
    rule: "typescript(no-floating-promises)",
  },
  {
    says: "no error is caught and dropped",
    file: "server/swallowed.ts",
    code: "export function go(): void {\n  try {\n    JSON.parse('x');\n  } catch {\n    // nothing\n  }\n}",
    rule: "house(no-swallowed-catch)",
  },
  {
    says: "no rejection is caught and dropped",
    file: "addin/sync/swallowed.ts",
    code: "export const go = (work: Promise<void>) => work.catch(() => {\n  // nothing\n});",
    rule: "house(no-swallowed-catch)",
  },
  {
    says: "a module is imported by its file's name",
    file: "shared/extension.ts",
    code: 'import { y } from "./neighbour";\nexport const x = y;',
    rule: "import(extensions)",
  },
  {
    says: "an unsafe cast is seen",
    file: "shared/cast.ts",
    code: "export const x = (value: unknown) => value as string;",
    rule: "typescript(no-unsafe-type-assertion)",
  },
];

/** The same acts where they belong. */
export const allowed: readonly Omit<Planted, "rule">[] = [
  { says: "a library is imported with its types", file: "shared/neighbour.ts", code: "export const y = 1;" },
  {
    says: "SQL under server/db",
    file: "server/db/driver.ts",
    code: 'import { createClient } from "@libsql/client";\nexport const open = (url: string) => createClient({ url });',
  },
  {
    says: "the keys of the directory by fetch",
    file: "server/identity/entra/provider-keys.ts",
    code: "export const ask = (url: string) => fetch(url);",
  },
  {
    says: "the environment in its file",
    file: "server/environment.ts",
    code: 'export const port = () => process.env["PORT"];',
  },
  {
    says: "fetch under addin/api",
    file: "addin/api/ask.ts",
    code: "export const ask = (url: string) => fetch(url);",
  },
  {
    says: "Office.js under addin/excel",
    file: "addin/excel/ready.ts",
    code: 'export const ready = () => Office.onReady();\nexport const name = (range: Excel.Range) => range.load("address");',
  },
];

function layers(): Planted[] {
  const cases: [says: string, file: string, from: string][] = [
    ["the add-in never imports the service", "addin/sync/layer.ts", "../../server/app.ts"],
    ["nor from a view", "addin/taskpane/parts/layer.tsx", "../../../server/app.ts"],
    ["nor its tests", "addin/taskpane/layer.ts", "../../test/excel-host/host.ts"],
    ["the service never imports the add-in", "server/routes/layer.ts", "../../addin/sync/session.ts"],
    ["nor from the database", "server/db/layer.ts", "../../addin/sync/session.ts"],
    ["shared imports no add-in", "shared/model/layer-a.ts", "../../addin/sync/session.ts"],
    ["shared imports no service", "shared/layer-b.ts", "../server/app.ts"],
    ["shared imports no server library", "shared/layer-c.ts", "hono"],
    ["shared imports nothing of Node", "shared/layer-d.ts", "node:fs"],
    ["SQL only under server/db", "server/sync/layer.ts", "@libsql/client"],
    ["SQL not in a route", "server/routes/layer-sql.ts", "@libsql/client"],
    ["merge decisions know no HTTP", "server/sync/layer-http.ts", "hono"],
    ["the client's protocol draws nothing", "addin/sync/layer-react.ts", "react"],
    ["Office.js calls no view", "addin/excel/layer.ts", "../taskpane/app.tsx"],
    ["the network calls no protocol", "addin/api/layer.ts", "../sync/push.ts"],
    ["the pane bundles no server library", "addin/taskpane/layer-hono.ts", "@hono/node-server"],
  ];
  return cases.map(([says, file, from]) => ({
    says,
    file,
    code: `import { x } from "${from}";\nexport const y = x;`,
    rule: IMPORTS,
  }));
}

function globals(): Planted[] {
  const cases: [says: string, file: string, expression: string][] = [
    ["fetch only under addin/api", "addin/sync/fetch.ts", "fetch"],
    ["not through window either", "addin/taskpane/fetch.ts", "window.fetch"],
    ["nor in the service", "server/fetch.ts", "fetch"],
    ["nor beside Office.js", "addin/excel/fetch.ts", "fetch"],
    ["Excel only under addin/excel", "addin/taskpane/excel.ts", "Excel.run"],
    ["Office only under addin/excel", "addin/sync/office.ts", "Office.context"],
    ["no Office.js in the network's layer", "addin/api/office.ts", "Office.context"],
    ["no Office.js in shared", "shared/office.ts", "Office.context"],
    ["no Office.js in the service", "server/office.ts", "globalThis.Excel"],
  ];
  const globalsAre = cases.map(([says, file, expression]) => ({
    says,
    file,
    code: `export const x = () => ${expression};`,
    rule: GLOBALS,
  }));
  const types = "export const x = (range: Excel.Range) => range;";
  return [
    ...globalsAre,
    {
      says: "Excel's types stay there too",
      file: "addin/sync/types.ts",
      code: types,
      rule: "house(no-office-types)",
    },
    {
      says: "the environment is read in one file",
      file: "server/main.ts",
      code: 'export const port = process.env["PORT"];',
      rule: "node(no-process-env)",
    },
  ];
}

function officeRules(): Planted[] {
  const rules: Record<string, string> = {
    "load-object-before-read": excel("await context.sync();\n    void range.address;"),
    "call-sync-before-read": excel('range.load("address");\n    void range.address;'),
    "call-sync-after-load": excel('range.load("address");\n    void range.address;'),
    "no-empty-load": excel("range.load();"),
    "no-navigational-load": excel('range.load("format/fill");'),
    "no-context-sync-in-loop": excel(
      "for (const step of [1, 2]) {\n      void step;\n      await context.sync();\n    }",
    ),
    "no-office-initialize": "Office.initialize = () => undefined;\nexport const x = 1;",
    "test-for-null-using-isNullObject": excel(
      'const table = context.workbook.tables.getItemOrNullObject("a");\n    if (table === null) void range;',
    ),
  };
  return Object.entries(rules).map(([name, code]) => ({
    says: `Microsoft's ${name}`,
    file: `addin/excel/${name}.ts`,
    code,
    rule: `office-addins(${name})`,
  }));
}
