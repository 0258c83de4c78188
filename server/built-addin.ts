import { relative } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";
import { Hono } from "hono";
import type { HeaderOptions } from "./http/security-headers.ts";
import type { RouteEnvironment } from "./http/route-environment.ts";

/** Where Office shows add-ins: Excel on the web and the desktop's web views (learn.microsoft.com, "frame-ancestors"). */
const officeHosts = [
  "https://*.office.com",
  "https://*.live.com",
  "https://*.sharepoint.com",
  "https://*.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.office365.com",
];
/** The hash of nothing: a style element that comes with rules of its own is not let in. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const officeLibrary = "https://appsforoffice.microsoft.com";

/**
 * The policy of the pane: our own scripts and Microsoft's library, no `eval`, shown only inside Office. `signsInAt` is
 * where the dialog asks the company's directory for tokens; the sign-in page itself is gone to, not asked.
 */
export const pagePolicy = (signsInAt?: string): HeaderOptions["page"] => ({
  // `frame-ancestors` says it, for several hosts.
  xFrameOptions: false,
  // Office opens dialogs as windows that must find the one that opened them.
  crossOriginOpenerPolicy: "unsafe-none",
  crossOriginResourcePolicy: "cross-origin",
  referrerPolicy: "no-referrer",
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", officeLibrary, "https://ajax.aspnetcdn.com"],
    // Fluent puts empty style elements into the page and its rules into them one by one, which no policy hinders.
    styleSrcElem: ["'self'", emptyStyle],
    // Office.js and Fluent set the styles of single elements.
    styleSrcAttr: ["'unsafe-inline'"],
    // For web views from before the two above (Safari 15.3 and older).
    styleSrc: ["'self'", "'unsafe-inline'"],
    // Photos of a row come with the token of who looks, so that the pane itself gives them to the page.
    imgSrc: ["'self'", "data:", "blob:"],
    fontSrc: ["'self'", "data:", "https://*.cdn.office.net"],
    connectSrc: ["'self'", officeLibrary, ...(signsInAt === undefined ? [] : [new URL(signsInAt).origin])],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'self'", ...officeHosts],
  },
});

/** The built add-in as files. Names with a digest never change, the others are asked for anew. */
export function builtAddin(folder: string): Hono<RouteEnvironment> {
  const files: MiddlewareHandler<RouteEnvironment> = serveStatic<RouteEnvironment>({
    root: relative(process.cwd(), folder),
    onFound(path, c) {
      c.set("isPage", true);
      c.header("cache-control", cacheOf(path));
    },
  });
  return new Hono<RouteEnvironment>().use(files);
}

function cacheOf(path: string): string {
  return /\.[0-9a-f]{10}\.\w+$/.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
}
