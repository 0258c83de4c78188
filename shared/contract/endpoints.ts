import type * as z from "zod";
import {
  evidenceQuerySchema,
  evidenceSchema,
  healthSchema,
  indicatorAnswerSchema,
  meSchema,
  monthsQuerySchema,
  pullAnswerSchema,
  pullSchema,
  pushAnswerSchema,
  pushSchema,
  tableAnswerSchema,
  voidAnswerSchema,
  voidSchema,
} from "../contract.ts";
import {
  attachmentSchema,
  attachmentsSchema,
  attachQuerySchema,
  removeAttachmentSchema,
} from "./attachments.ts";
import { historyQuerySchema, historySchema } from "./history.ts";
import {
  knownRowsAnswerSchema,
  knownRowsSchema,
  learnedSchema,
  synonymsAnswerSchema,
  synonymsSchema,
} from "./learned.ts";
import {
  inviteAgainSchema,
  invitationWithdrawnSchema,
  invitedAgainSchema,
  invitedSchema,
  inviteSchema,
  withdrawInvitationSchema,
} from "./invitations.ts";
import { leaseAnswerSchema, leaseSchema } from "./lease.ts";
import { liveQuerySchema } from "./live.ts";
import {
  changeNameSchema,
  changeRoleSchema,
  changeStateSchema,
  decideWaitingSchema,
  personActSchema,
  staffSchema,
  unlockSchema,
} from "./people.ts";
import { seenAnswerSchema, seenSchema } from "./seen.ts";
import { changeSettingSchema, settingChangedSchema, settingsSchema } from "./settings.ts";
import {
  anotherCodeAnswerSchema,
  anotherCodeSchema,
  changePasswordSchema,
  endSessionsSchema,
  forgottenAnswerSchema,
  forgottenSchema,
  newPasswordAnswerSchema,
  newPasswordSchema,
  passwordChangedSchema,
  refreshAnswerSchema,
  refreshSchema,
  sessionsEndedSchema,
  sessionsQuerySchema,
  sessionsSchema,
  signInAnswerSchema,
  signInCodeAnswerSchema,
  signInCodeSchema,
  signInSchema,
} from "./sign-in.ts";
import { peersAnswerSchema, peersQuerySchema } from "./peers.ts";
import { entraSignInAnswerSchema, entraSignInSchema, signInWaysSchema } from "./sign-in-ways.ts";
import { pushesSchema, undoAnswerSchema, undoPreviewSchema, undoSchema } from "./undo.ts";
import {
  changeStatusSchema,
  statusAnswerSchema,
  unvoidAnswerSchema,
  unvoidSchema,
  voidedQuerySchema,
  voidedSchema,
} from "./status.ts";

/** One endpoint, as far as both sides and the tests that attack every one of them need to know it. */
export interface Endpoint {
  readonly method: "GET" | "POST";
  /** Under `/api`; parameters as `:name`. */
  readonly path: string;
  /** Who may ask at all; what they may see or change is decided behind it. */
  readonly asks: "anybody" | "session";
  readonly query?: z.ZodType;
  /** `bytes`: the body is a file. */
  readonly body?: z.ZodType | "bytes";
  /** `bytes`: a file; `stream`: server-sent events; `nothing`: only that it was done. */
  readonly answer: z.ZodType | "bytes" | "stream" | "nothing";
}

const session = { asks: "session" } as const;

/** Coming in and going out. Tokens stand in bodies alone: neither in an address nor in a header of an answer. */
const signingIn: readonly Endpoint[] = [
  {
    method: "POST",
    path: "/auth/sign-in/email",
    asks: "anybody",
    body: signInSchema,
    answer: signInAnswerSchema,
  },
  {
    method: "POST",
    path: "/auth/sign-in/code",
    asks: "anybody",
    body: signInCodeSchema,
    answer: signInCodeAnswerSchema,
  },
  {
    method: "POST",
    path: "/auth/sign-in/code/again",
    asks: "anybody",
    body: anotherCodeSchema,
    answer: anotherCodeAnswerSchema,
  },
  {
    method: "POST",
    path: "/auth/refresh",
    asks: "anybody",
    body: refreshSchema,
    answer: refreshAnswerSchema,
  },
  {
    method: "POST",
    path: "/auth/forgotten",
    asks: "anybody",
    body: forgottenSchema,
    answer: forgottenAnswerSchema,
  },
  {
    method: "POST",
    path: "/auth/new-password",
    asks: "anybody",
    body: newPasswordSchema,
    answer: newPasswordAnswerSchema,
  },
  { method: "GET", path: "/auth/ways", asks: "anybody", answer: signInWaysSchema },
  {
    method: "POST",
    path: "/auth/sign-in/entra",
    asks: "anybody",
    body: entraSignInSchema,
    answer: entraSignInAnswerSchema,
  },
  { ...session, method: "POST", path: "/auth/sign-out", answer: "nothing" },
  {
    ...session,
    method: "POST",
    path: "/me/password",
    body: changePasswordSchema,
    answer: passwordChangedSchema,
  },
  { ...session, method: "GET", path: "/sessions", query: sessionsQuerySchema, answer: sessionsSchema },
  { ...session, method: "POST", path: "/sessions/end", body: endSessionsSchema, answer: sessionsEndedSchema },
  { ...session, method: "POST", path: "/people/invite", body: inviteSchema, answer: invitedSchema },
  {
    ...session,
    method: "POST",
    path: "/people/invite/again",
    body: inviteAgainSchema,
    answer: invitedAgainSchema,
  },
  {
    ...session,
    method: "POST",
    path: "/people/invite/withdraw",
    body: withdrawInvitationSchema,
    answer: invitationWithdrawnSchema,
  },
];

/** Every endpoint of the service: a test keeps this list and the routes the same. */
export const endpoints: readonly Endpoint[] = [
  { method: "GET", path: "/health", asks: "anybody", answer: healthSchema },
  ...signingIn,
  { ...session, method: "GET", path: "/me", answer: meSchema },
  { ...session, method: "POST", path: "/push", body: pushSchema, answer: pushAnswerSchema },
  { ...session, method: "POST", path: "/pull", body: pullSchema, answer: pullAnswerSchema },
  { ...session, method: "POST", path: "/void", body: voidSchema, answer: voidAnswerSchema },
  { ...session, method: "POST", path: "/unvoid", body: unvoidSchema, answer: unvoidAnswerSchema },
  { ...session, method: "GET", path: "/voided/:sheet", query: voidedQuerySchema, answer: voidedSchema },
  { ...session, method: "POST", path: "/status", body: changeStatusSchema, answer: statusAnswerSchema },
  {
    ...session,
    method: "GET",
    path: "/history/:sheet/:id",
    query: historyQuerySchema,
    answer: historySchema,
  },
  { ...session, method: "GET", path: "/pushes", answer: pushesSchema },
  { ...session, method: "GET", path: "/pushes/:act", answer: undoPreviewSchema },
  { ...session, method: "POST", path: "/undo", body: undoSchema, answer: undoAnswerSchema },
  {
    ...session,
    method: "POST",
    path: "/known-rows",
    body: knownRowsSchema,
    answer: knownRowsAnswerSchema,
  },
  { ...session, method: "GET", path: "/synonyms", answer: learnedSchema },
  { ...session, method: "POST", path: "/synonyms", body: synonymsSchema, answer: synonymsAnswerSchema },
  { ...session, method: "GET", path: "/peers/:sheet", query: peersQuerySchema, answer: peersAnswerSchema },
  { ...session, method: "GET", path: "/attachments/:sheet/:row", answer: attachmentsSchema },
  {
    ...session,
    method: "POST",
    path: "/attachments/:sheet/:row",
    query: attachQuerySchema,
    body: "bytes",
    answer: attachmentSchema,
  },
  { ...session, method: "GET", path: "/attachments/:sheet/:row/:id", answer: "bytes" },
  { ...session, method: "GET", path: "/attachments/:sheet/:row/:id/thumbnail", answer: "bytes" },
  {
    ...session,
    method: "POST",
    path: "/attachments/:sheet/:row/:id/thumbnail",
    body: "bytes",
    answer: attachmentSchema,
  },
  {
    ...session,
    method: "POST",
    path: "/attachments/:sheet/:row/:id/remove",
    body: removeAttachmentSchema,
    answer: attachmentSchema,
  },
  {
    ...session,
    method: "GET",
    path: "/indicators/:id",
    query: monthsQuerySchema,
    answer: indicatorAnswerSchema,
  },
  {
    ...session,
    method: "GET",
    path: "/indicators/:id/rows",
    query: evidenceQuerySchema,
    answer: evidenceSchema,
  },
  { ...session, method: "GET", path: "/tables/:id", query: monthsQuerySchema, answer: tableAnswerSchema },
  { ...session, method: "GET", path: "/live", query: liveQuerySchema, answer: "stream" },
  { ...session, method: "POST", path: "/lease", body: leaseSchema, answer: leaseAnswerSchema },
  { ...session, method: "GET", path: "/people", answer: staffSchema },
  { ...session, method: "POST", path: "/people/role", body: changeRoleSchema, answer: personActSchema },
  { ...session, method: "POST", path: "/people/name", body: changeNameSchema, answer: personActSchema },
  { ...session, method: "POST", path: "/people/state", body: changeStateSchema, answer: personActSchema },
  { ...session, method: "POST", path: "/people/waiting", body: decideWaitingSchema, answer: personActSchema },
  { ...session, method: "POST", path: "/people/unlock", body: unlockSchema, answer: personActSchema },
  { ...session, method: "POST", path: "/seen", body: seenSchema, answer: seenAnswerSchema },
  { ...session, method: "GET", path: "/settings", answer: settingsSchema },
  {
    ...session,
    method: "POST",
    path: "/settings",
    body: changeSettingSchema,
    answer: settingChangedSchema,
  },
];
