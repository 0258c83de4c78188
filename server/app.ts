import { Hono } from "hono";
import { cors } from "hono/cors";
import { requestId } from "hono/request-id";
import { builtAddin, pagePolicy } from "./built-addin.ts";
import { answerError } from "./http/answer-error.ts";
import type { Bounds } from "./http/bounds.ts";
import { exceptOn, limitOrdinaryBody } from "./http/limit-body.ts";
import { limitEndpoints } from "./http/limit-endpoints.ts";
import { limitsOf, type Limits } from "./http/limits.ts";
import type { LoadWatch } from "./load-watch.ts";
import { logRequests, requireCaller, requireCallerStill } from "./http/middleware.ts";
import { Refusal } from "./http/refusal.ts";
import type { RouteEnvironment } from "./http/route-environment.ts";
import { secureAnswers } from "./http/security-headers.ts";
import { attachmentRoutes } from "./routes/attachments.ts";
import { authRoutes } from "./routes/auth.ts";
import { entraRoutes } from "./routes/entra.ts";
import { health } from "./routes/health.ts";
import { history } from "./routes/history.ts";
import { indicatorRoutes } from "./routes/indicators.ts";
import { invitationRoutes } from "./routes/invitations.ts";
import { knownRows } from "./routes/known-rows.ts";
import { lease } from "./routes/lease.ts";
import { live } from "./routes/live.ts";
import { me } from "./routes/me.ts";
import { passwordRoutes } from "./routes/password.ts";
import { peopleRoutes } from "./routes/people.ts";
import { peers } from "./routes/peers.ts";
import { pull } from "./routes/pull.ts";
import { push } from "./routes/push.ts";
import { pushes, undoing } from "./routes/pushes.ts";
import { seen } from "./routes/seen.ts";
import { sessionRoutes } from "./routes/sessions.ts";
import { settingRoutes } from "./routes/settings.ts";
import { status, unvoiding } from "./routes/status.ts";
import { synonymRoutes } from "./routes/synonyms.ts";
import { tableRoutes } from "./routes/tables.ts";
import { voiding } from "./routes/void.ts";
import { voided } from "./routes/voided.ts";
import type { Service } from "./service-parts.ts";

export interface AppOptions {
  /** The origins, exactly, from which panes may call; those of the service itself need none. */
  readonly origins?: readonly string[];
  /** How much is taken on at once and within a minute, where that is not the usual. */
  readonly bounds?: Partial<Bounds>;
  /** Says when the process does as much as it can, so that it takes on no more. */
  readonly load?: LoadWatch;
  /** How many proxies of our own stand in front, whose word on who asks is taken. */
  readonly proxies?: number;
  /** The service ends TLS itself, so that it tells browsers to ask in no other way. */
  readonly tls?: boolean;
  /** The folder of the built add-in, where the service hands it out too. */
  readonly addinFolder?: string;
}

/** The service as a function from requests to responses. */
export function createApp(service: Service, options: AppOptions = {}): Hono<RouteEnvironment> {
  const app = new Hono<RouteEnvironment>();
  app.use(requestId({ limitLength: 64 }), async (c, next) => {
    c.set("service", service);
    await next();
  });
  app.use(logRequests(service.log));
  app.use(secureAnswers({ page: pagePolicy(service.entra?.way.authority), tls: options.tls ?? false }));
  app.onError(answerError);
  const limits = limitsOf(options);
  app.use("/health", limits.ofAddress);
  app.route("/health", health);
  app.route("/api", apiOf(options, limits));
  app.use(limits.ofAddress);
  if (options.addinFolder !== undefined) app.route("/", builtAddin(options.addinFolder));
  app.notFound((c) => answerError(new Refusal("not-found"), c));
  return app;
}

function apiOf({ origins = [] }: AppOptions, limits: Limits): Hono<RouteEnvironment> {
  const api = new Hono<RouteEnvironment>();
  api.use(
    cors({
      origin: [...origins],
      allowMethods: ["GET", "POST"],
      allowHeaders: ["authorization", "content-type"],
      exposeHeaders: ["retry-after", "x-request-id"],
      maxAge: 600,
    }),
    limits.ofAddress,
  );
  api.route("/health", health);
  api.use(limits.ofLoad, limits.atOnce);
  api.use("/auth/*", limits.ofUnknownBodies);
  limitEndpoints(api, { asks: "anybody", cost: "secret" }, limits.ofSignIns);
  api.route("/auth", authRoutes(limits.addressOf));
  api.route("/auth", entraRoutes(limits.addressOf));
  api.use(
    requireCaller,
    ...limits.ofPerson,
    // Nobody's body is read before it is known whose it is.
    exceptOn(["/api/attachments/", "/api/auth/"], limitOrdinaryBody),
    exceptOn(["/api/attachments/"], requireCallerStill),
  );
  limitEndpoints(api, { asks: "session", cost: "secret" }, limits.ofSignIns);
  limitEndpoints(api, { asks: "session", cost: "costly" }, [limits.ofCostly]);
  api.route("/me", me);
  api.route("/me/password", passwordRoutes);
  api.route("/sessions", sessionRoutes);
  api.route("/people/invite", invitationRoutes);
  api.route("/push", push);
  api.route("/pushes", pushes);
  api.route("/undo", undoing);
  api.route("/pull", pull);
  api.route("/known-rows", knownRows);
  api.route("/synonyms", synonymRoutes);
  api.route("/peers", peers);
  api.route("/void", voiding);
  api.route("/unvoid", unvoiding);
  api.route("/voided", voided);
  api.route("/status", status);
  api.route("/history", history);
  api.route("/attachments", attachmentRoutes);
  api.route("/indicators", indicatorRoutes);
  api.route("/tables", tableRoutes);
  api.route("/people", peopleRoutes);
  api.route("/seen", seen);
  api.route("/settings", settingRoutes);
  api.route("/live", live);
  api.route("/lease", lease);
  api.all("*", () => {
    throw new Refusal("not-found");
  });
  return api;
}
