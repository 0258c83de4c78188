import {
  indicatorAnswerSchema,
  meSchema,
  pullAnswerSchema,
  pushAnswerSchema,
  tableAnswerSchema,
  voidAnswerSchema,
  type IndicatorAnswer,
  type Me,
  type Pull,
  type PullAnswer,
  type Push,
  type PushAnswer,
  type TableAnswer,
  type Void,
  type VoidAnswer,
} from "../../shared/contract.ts";
import {
  knownRowsAnswerSchema,
  learnedSchema,
  synonymsAnswerSchema,
  type KnownRows,
  type KnownRowsAnswer,
  type LearnedAnswer,
  type Synonyms,
  type SynonymsAnswer,
} from "../../shared/contract/learned.ts";
import { peersAnswerSchema, type PeersAnswer, type PeersQuery } from "../../shared/contract/peers.ts";
import { seenAnswerSchema, type Seen, type SeenAnswer } from "../../shared/contract/seen.ts";
import type { Months } from "../../shared/model/result.ts";
import { parseJson } from "../parse-json.ts";
import { createAttachmentsApi, type AttachmentsApi } from "./attachments-api.ts";
import { createEntraApi, type EntraApi } from "./entra-api.ts";
import type { ApiResult } from "./failure.ts";
import { createHistoryApi, type HistoryApi } from "./history-api.ts";
import { createPeopleApi, type PeopleApi } from "./people-api.ts";
import { refreshInTime } from "./refresh.ts";
import { request, send, type RequestDeps } from "./request.ts";
import { createLiveApi, type LiveApi } from "./live-api.ts";
import { createSettingsApi, type SettingsApi } from "./settings-api.ts";
import { createSignInApi, type SignInApi } from "./sign-in-api.ts";
import { createStatusApi, type StatusApi } from "./status-api.ts";
import type { TokenStore } from "./token-store.ts";

/** The service as the pane asks it. Nothing here throws for a failure of network, session or service. */
export interface Api extends SignInApi {
  /** Whether a token is held; the service may have ended its session meanwhile. */
  isSignedIn(): boolean;
  /** Ends the session here, and in the service as far as it can be reached. */
  signOut(): Promise<void>;
  me(): Promise<ApiResult<Me>>;
  /** What `me` gave last for the token that is held, also before the pane was opened; null where it never did. */
  lastMe(): Me | null;
  push(push: Push, signal?: AbortSignal): Promise<ApiResult<PushAnswer>>;
  pull(pull: Pull, signal?: AbortSignal): Promise<ApiResult<PullAnswer>>;
  /** Which rows the service has already, by their places. */
  knownRows(rows: KnownRows, signal?: AbortSignal): Promise<ApiResult<KnownRowsAnswer>>;
  /** What colleagues said that headers mean. */
  learned(): Promise<ApiResult<LearnedAnswer>>;
  saySynonyms(synonyms: Synonyms): Promise<ApiResult<SynonymsAnswer>>;
  /** What the rules of a record need of others' rows; nothing but the version where that is still the known one. */
  peers(sheet: string, query: PeersQuery, signal?: AbortSignal): Promise<ApiResult<PeersAnswer>>;
  /** Which rows that a workbook shows the person does not see. */
  seen(rows: Seen, signal?: AbortSignal): Promise<ApiResult<SeenAnswer>>;
  voidRows(rows: Void): Promise<ApiResult<VoidAnswer>>;
  indicator(id: string, months: Months): Promise<ApiResult<IndicatorAnswer>>;
  table(id: string, months: Months, signal?: AbortSignal): Promise<ApiResult<TableAnswer>>;
  readonly attachments: AttachmentsApi;
  readonly history: HistoryApi;
  readonly live: LiveApi;
  readonly settings: SettingsApi;
  readonly entra: EntraApi;
  readonly status: StatusApi;
  readonly people: PeopleApi;
}

export interface ApiDeps {
  readonly baseUrl: string;
  readonly tokenStore: TokenStore;
  /** The browser's own unless given. */
  readonly fetch?: typeof globalThis.fetch;
  readonly timeout?: number;
}

const defaultTimeout = 30_000;

export function createApi({ baseUrl, tokenStore, fetch, timeout = defaultTimeout }: ApiDeps): Api {
  const ask = fetch ?? ((input, init) => globalThis.fetch(input, init));
  const deps: RequestDeps = { baseUrl, tokenStore, fetch: ask, timeout };
  return {
    isSignedIn: () => tokenStore.read() !== null,
    ...createSignInApi(deps),
    signOut: () => signOut(deps),
    me: () => askMe(deps),
    lastMe: () => parseOwner(tokenStore.readOwner()),
    push: (body, signal) => request(deps, { path: "/push", body, answer: pushAnswerSchema, signal }),
    pull: (body, signal) => request(deps, { path: "/pull", body, answer: pullAnswerSchema, signal }),
    knownRows: (body, signal) =>
      request(deps, { path: "/known-rows", body, answer: knownRowsAnswerSchema, signal }),
    learned: () => request(deps, { path: "/synonyms", answer: learnedSchema }),
    saySynonyms: (body) => request(deps, { path: "/synonyms", body, answer: synonymsAnswerSchema }),
    peers: (sheet, query, signal) =>
      request(deps, { path: `/peers/${sheet}`, query: { ...query }, answer: peersAnswerSchema, signal }),
    seen: (body, signal) => request(deps, { path: "/seen", body, answer: seenAnswerSchema, signal }),
    voidRows: (body) => request(deps, { path: "/void", body, answer: voidAnswerSchema }),
    indicator: (id, months) =>
      request(deps, { path: `/indicators/${id}`, query: { ...months }, answer: indicatorAnswerSchema }),
    table: (id, months, signal) =>
      request(deps, { path: `/tables/${id}`, query: { ...months }, answer: tableAnswerSchema, signal }),
    attachments: createAttachmentsApi(deps),
    history: createHistoryApi(deps),
    live: createLiveApi(deps),
    settings: createSettingsApi(deps),
    entra: createEntraApi(deps),
    status: createStatusApi(deps),
    people: createPeopleApi(deps),
  };
}

async function askMe(deps: RequestDeps): Promise<ApiResult<Me>> {
  const result = await request(deps, { path: "/me", answer: meSchema });
  if (result.ok) deps.tokenStore.writeOwner(JSON.stringify(result.value));
  return result;
}

/** Kept by an older version of the pane, it may have another shape; the browser may have damaged it. */
function parseOwner(text: string | null): Me | null {
  const parsed = meSchema.safeParse(text === null ? null : parseJson(text));
  return parsed.success ? parsed.data : null;
}

async function signOut(deps: RequestDeps): Promise<void> {
  await refreshInTime(deps);
  const ended =
    deps.tokenStore.read() === null ? undefined : send(deps, { path: "/auth/sign-out", body: {} });
  deps.tokenStore.write(null);
  // The token is already gone from here; whether the service heard of it changes nothing for the person.
  await ended;
}
