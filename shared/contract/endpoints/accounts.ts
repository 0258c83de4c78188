import {
  inviteAgainSchema,
  invitationWithdrawnSchema,
  invitedAgainSchema,
  invitedSchema,
  inviteSchema,
  withdrawInvitationSchema,
} from "../invitations.ts";
import {
  changeNameSchema,
  changeRoleSchema,
  changeStateSchema,
  decideWaitingSchema,
  personActSchema,
  reconsiderSchema,
  staffSchema,
  unlockSchema,
} from "../people.ts";
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
} from "../sign-in.ts";
import { entraSignInAnswerSchema, entraSignInSchema, signInWaysSchema } from "../sign-in-ways.ts";
import { cheap, forAnybody, get, post, secret, type Endpoint } from "./endpoint.ts";

/** Coming in and going out. Tokens stand in bodies alone: neither in an address nor in a header of an answer. */
const signingIn: readonly Endpoint[] = [
  ...[
    get("/auth/ways", signInWaysSchema),
    post("/auth/sign-in/code", signInCodeSchema, signInCodeAnswerSchema),
    post("/auth/sign-in/entra", entraSignInSchema, entraSignInAnswerSchema),
    post("/auth/refresh", refreshSchema, refreshAnswerSchema),
  ].map(forAnybody),
  ...[
    post("/auth/sign-in/email", signInSchema, signInAnswerSchema),
    post("/auth/sign-in/code/again", anotherCodeSchema, anotherCodeAnswerSchema),
    post("/auth/forgotten", forgottenSchema, forgottenAnswerSchema),
    post("/auth/new-password", newPasswordSchema, newPasswordAnswerSchema),
  ].map((endpoint) => secret(forAnybody(endpoint))),
  secret(post("/me/password", changePasswordSchema, passwordChangedSchema)),
  cheap(post("/auth/sign-out", undefined, "nothing")),
  get("/sessions", sessionsSchema, sessionsQuerySchema),
  cheap(post("/sessions/end", endSessionsSchema, sessionsEndedSchema)),
];

/** What the administrator does about people. */
const people: readonly Endpoint[] = [
  get("/people", staffSchema),
  ...[
    post("/people/invite", inviteSchema, invitedSchema),
    post("/people/invite/again", inviteAgainSchema, invitedAgainSchema),
    post("/people/invite/withdraw", withdrawInvitationSchema, invitationWithdrawnSchema),
    post("/people/role", changeRoleSchema, personActSchema),
    post("/people/name", changeNameSchema, personActSchema),
    post("/people/state", changeStateSchema, personActSchema),
    post("/people/waiting", decideWaitingSchema, personActSchema),
    post("/people/reconsider", reconsiderSchema, personActSchema),
    post("/people/unlock", unlockSchema, personActSchema),
  ].map(cheap),
];

export const accountEndpoints: readonly Endpoint[] = [...signingIn, ...people];
