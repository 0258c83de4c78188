import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { OFFICE_JS } from "../../../addin/webpack.config.ts";
import type { DemoPerson } from "../people.ts";

/** What the development tool serves beside the service. */
export interface Pages {
  /** The folder of the workbench's build. */
  workbench: string;
  /** The folder of the .xlsx files of the menu. */
  workbooks: string;
  /** Workbooks that are made when they are asked for, by their id in the menu. */
  demoWorkbooks: ReadonlyMap<string, () => Promise<Uint8Array>>;
  people: readonly DemoPerson[];
  /** Whatever is no page of ours: the service, which hands out the add-in too. */
  service: (request: Request) => Response | Promise<Response>;
}

/**
 * The workbench, and Microsoft's library as its package has it. In the pane's page one address is another when it is
 * served: the script of Office.js is the loader that stands in for it.
 */
export function createPages({ workbench, workbooks, demoWorkbooks, people, service }: Pages): Hono {
  const app = new Hono();
  app.use("/workbench/*", async (context, next) => {
    await next();
    context.header("Cache-Control", "no-cache");
  });
  app.get("/", serveStatic({ root: workbench, path: "workbench.html" }));
  app.get("/favicon.ico", (context) => context.redirect("/assets/icon-32.png"));
  app.get("/workbench/people", (context) => context.json(people));
  app.get("/workbench/workbooks/:file", async (context, next) => {
    const make = demoWorkbooks.get(context.req.param("file").replace(/\.xlsx$/, ""));
    return make ? context.body(new Uint8Array(await make())) : next();
  });
  app.use("/workbench/workbooks/*", folder(workbooks, "/workbench/workbooks"));
  app.use("/workbench/*", folder(workbench, "/workbench"));
  app.use("/office-js/*", folder(officeFiles(), "/office-js"));
  app.get("/taskpane.html", async (context) => withLoader(await service(context.req.raw)));
  app.all("*", (context) => service(context.req.raw));
  return app;
}

async function withLoader(answer: Response): Promise<Response> {
  if (!answer.ok) return answer;
  const page = await answer.text();
  if (!page.includes(OFFICE_JS)) throw new Error("The pane's page does not load Office.js from its address");
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return new Response(page.replace(OFFICE_JS, "/workbench/office.js"), { headers });
}

function folder(root: string, prefix: string): ReturnType<typeof serveStatic> {
  return serveStatic({ root, rewriteRequestPath: (path) => path.slice(prefix.length) });
}

/** The licence asks for the files as they are: they are served from the package, never copied. */
function officeFiles(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");
}
