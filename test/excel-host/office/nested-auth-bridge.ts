/** What Microsoft's library asks the broker of a nested app for. */
export interface BrokerRequest {
  readonly method: "GetInitContext" | "GetToken" | "GetTokenPopup";
  readonly requestId: string;
  readonly tokenParams?: {
    readonly clientId: string;
    readonly authority: string;
    readonly scope: string;
    readonly forceRefresh?: boolean;
  };
}

/** The broker's answer to a request for a token: one, or its status where there is none. */
export type BrokerAnswer = { readonly token: string } | { readonly status: string };

export interface Broker {
  /** The requests for tokens, in order. */
  readonly asked: readonly BrokerRequest[];
}

type Listener = (response: string) => void;

/**
 * Stands in for what Office gives a nested app (`window.nestedAppAuthBridge`), by the messages that `@azure/msal-browser`
 * sends and understands (its `src/naa`). It signs an account in whose ID token says nothing that the service reads.
 */
export function createBroker(
  window: object,
  answer: (request: BrokerRequest) => BrokerAnswer | Promise<BrokerAnswer>,
): Broker {
  const asked: BrokerRequest[] = [];
  const listeners = new Set<Listener>();
  const reply = (message: object) => {
    for (const listener of listeners) listener(JSON.stringify(message));
  };
  const bridge = {
    addEventListener: (_: string, listener: Listener) => void listeners.add(listener),
    removeEventListener: (_: string, listener: Listener) => void listeners.delete(listener),
    postMessage(text: string) {
      const request = JSON.parse(text) as BrokerRequest;
      void respond(request).then((body) => reply({ requestId: request.requestId, ...body }));
    },
  };

  async function respond(request: BrokerRequest): Promise<object> {
    if (request.method === "GetInitContext")
      return { success: true, initContext: { sdkName: "stand-in", sdkVersion: "1.0" } };
    asked.push(request);
    const given = await answer(request);
    if ("status" in given) return { success: false, error: { status: given.status, description: "" } };
    return { success: true, token: tokenResponse(given.token, request), account };
  }

  Object.defineProperty(window, "nestedAppAuthBridge", { value: bridge, configurable: true });
  return { asked };
}

const account = {
  environment: "login.microsoftonline.com",
  homeAccountId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee.6f1a3b52-8c1d-4e8a-9f1b-0a2b3c4d5e6f",
  localAccountId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
  tenantId: "6f1a3b52-8c1d-4e8a-9f1b-0a2b3c4d5e6f",
  username: "maria.ruiz@aseo.example",
  name: "María Ruiz Peña",
};

function tokenResponse(token: string, request: BrokerRequest): object {
  return {
    access_token: token,
    id_token: unsignedToken({ oid: account.localAccountId, tid: account.tenantId, name: account.name }),
    expires_in: 4_500,
    scope: request.tokenParams?.scope,
    properties: null,
  };
}

function unsignedToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256", typ: "JWT" })}.${part(claims)}.c2ln`;
}
