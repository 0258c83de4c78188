import { secureHeaders } from "hono/secure-headers";
import type { MiddlewareHandler } from "hono";
import type { RouteEnvironment } from "./route-environment.ts";

type Policy = NonNullable<Parameters<typeof secureHeaders>[0]>;

/** What neither the data nor the pane has any use for, so that nothing that slips in may use it. */
const permissionsPolicy: NonNullable<Policy["permissionsPolicy"]> = {
  accelerometer: [],
  bluetooth: [],
  camera: [],
  displayCapture: [],
  geolocation: [],
  gyroscope: [],
  hid: [],
  magnetometer: [],
  microphone: [],
  midi: [],
  payment: [],
  serial: [],
  usb: [],
};

/** Data is read by scripts and never shown: whoever is led to an answer sees nothing run, frame or load. */
const dataPolicy: Policy = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    sandbox: [],
  },
  xFrameOptions: "DENY",
};

export interface HeaderOptions {
  /** What the pane's own files are answered with beside the usual. */
  readonly page: Policy;
  /** The service ends TLS itself. Otherwise whoever does decides on HSTS. */
  readonly tls: boolean;
}

/** The headers by which browsers are strict, on every answer there is; data is also kept by nobody. */
export function secureAnswers({ page, tls }: HeaderOptions): MiddlewareHandler<RouteEnvironment> {
  const common: Policy = { permissionsPolicy, strictTransportSecurity: false };
  const setForData = secureHeaders({ ...common, ...dataPolicy });
  const setForPage = secureHeaders({ ...common, ...page });
  return async (c, next) => {
    await next();
    const isPage = c.get("isPage") === true;
    await (isPage ? setForPage : setForData)(c, nothing);
    if (!isPage) c.header("cache-control", "no-store");
    if (tls && !isThisMachine(c.req.url))
      c.header("strict-transport-security", "max-age=31536000; includeSubDomains");
  };
}

/** There it would bind every other service of the machine too. */
const isThisMachine = (url: string) => /^(localhost|127\.|\[::1\])/.test(new URL(url).host);

const nothing = () => Promise.resolve();
