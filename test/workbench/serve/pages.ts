import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { OFFICE_JS } from "../../../addin/webpack.config.ts";
import type { DemoPerson } from "../people.ts";

/** What the development tool serves beside the service. */
export interface Pages {
  /** The folder of the add-in's build. */
  addin: string;
  /** The folder of the workbench's build. */
  workbench: string;
  /** The folder of the .xlsx files of the menu. */
  workbooks: string;
  people: readonly DemoPerson[];
  /** Whatever is no page: the service. */
  service: (request: Request) => Response | Promise<Response>;
}

/**
 * The workbench, the pane as it was built, and Microsoft's library as its package has it. In the pane's page one
 * address is another when it is served: the script of Office.js is the loader that stands in for it.
 */
export function createPages({ addin, workbench, workbooks, people, service }: Pages): Hono {
  const app = new Hono();
  app.use("*", async (context, next) => {
    await next();
    context.header("Cache-Control", "no-cache");
  });
  app.get("/", (context) => context.redirect("/workbench/workbench.html"));
  app.get("/workbench/people", (context) => context.json(people));
  app.use("/workbench/workbooks/*", folder(workbooks, "/workbench/workbooks"));
  app.use("/workbench/*", folder(workbench, "/workbench"));
  app.use("/office-js/*", folder(officeFiles(), "/office-js"));
  app.get("/taskpane.html", async (context) => {
    const page = await readFile(join(addin, "taskpane.html"), "utf8");
    if (!page.includes(OFFICE_JS))
      throw new Error("The pane's page does not load Office.js from its address");
    return context.html(page.replace(OFFICE_JS, "/workbench/office.js"));
  });
  app.use("*", folder(addin, ""));
  app.all("*", (context) => service(context.req.raw));
  return app;
}

function folder(root: string, prefix: string): ReturnType<typeof serveStatic> {
  return serveStatic({ root, rewriteRequestPath: (path) => path.slice(prefix.length) });
}

/** The licence asks for the files as they are: they are served from the package, never copied. */
function officeFiles(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")), "dist");
}
