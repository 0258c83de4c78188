import type { LinkSummary, PaneState, TableSummary } from "../../../../addin/sync/session.ts";
import { addMonths, dayAt, monthOf } from "../../../../shared/colombia/day.ts";
import { askedExamination, certainExamination, matrixExamination, unknownExamination } from "./examined.ts";
import { glanceWithoutTarget, ordinaryGlance, ownGlance } from "./indicator-answers.ts";
import { doneLoad, pausedLoad, reportedLoad, runningLoad } from "./loads.ts";
import { attachmentsOf, attachmentsUnsent } from "./attachments.ts";
import { meAs } from "./people.ts";
import { cellHistory, justSent, justSentMuch, sendings } from "./sendings.ts";
import { changedSettings } from "./settings.ts";
import { staff, staffSessions } from "./staff.ts";
import { noStatuses } from "../../../../addin/sync/status-session.ts";
import {
  chosenByQuality,
  manyChosen,
  returnedToAdvisor,
  validatedForAdvisor,
  voidedVisits,
  voidWithChanges,
} from "./standing.ts";
import { visitRepairs } from "./repairs.ts";
import {
  manyMistakes,
  placeAt,
  reasonsMissing,
  sevenMistakes,
  threeVanished,
  twoConflicts,
} from "./review-items.ts";

const now = Date.now();
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const month = monthOf(dayAt(new Date()));

const visits: LinkSummary = {
  id: "l-visits",
  sheet: "visits",
  place: placeAt("Control visitas", "A4:R424"),
  rows: 420,
  pending: 0,
  wrong: 0,
  inConflict: 0,
  lastSync: minutesAgo(2),
  troubles: [],
  canWrite: true,
};
const customers: LinkSummary = {
  ...visits,
  id: "l-customers",
  sheet: "customers",
  place: placeAt("Usuarios", "A4:U916"),
  rows: 912,
  isStaffs: true,
};
const budget: LinkSummary = {
  ...visits,
  id: "l-budget",
  sheet: "budget",
  place: placeAt("Presupuesto", "A4:L28"),
  rows: 24,
  isStaffs: true,
};

const tables: readonly TableSummary[] = [
  {
    id: "t-1",
    table: "indicators",
    place: placeAt("Indicadores", "A1:K90"),
    months: { first: `${month.slice(0, 4)}-01`, last: month },
    refreshedAt: minutesAgo(14),
    missing: false,
  },
  {
    id: "t-2",
    table: "visit-control",
    place: placeAt("Gestión visitas", "A1:H40"),
    months: { first: addMonths(month, -2), last: month },
    refreshedAt: minutesAgo(60 * 26),
    missing: false,
  },
  {
    id: "t-3",
    table: "indicators",
    place: placeAt("Hoja3", "A1:K20"),
    months: { first: month, last: month },
    refreshedAt: minutesAgo(60 * 24 * 9),
    missing: true,
  },
];

const nowhere = { worksheetId: "", worksheet: "", address: "" };

const ready: PaneState = {
  phase: "ready",
  me: meAs("director"),
  connection: "online",
  activity: { kind: "idle" },
  links: [visits, { ...customers, canWrite: true }],
  issues: [],
  conflicts: [],
  vanished: [],
  tables: [],
  glance: ordinaryGlance(),
  selection: null,
  lastSync: minutesAgo(2),
  workbookRead: true,
  failure: null,
  canRetry: false,
  examination: null,
  repairs: [],
  reasonsMissing: [],
  load: null,
  attachments: null,
  cellHistory: null,
  sendings,
  lastSending: null,
  settings: null,
  directory: null,
  ...noStatuses,
  staff: null,
  staffSessions: null,
  retryAt: null,
  isPaused: false,
  incoming: 0,
};

const withMistakes: PaneState = {
  ...ready,
  links: [
    { ...visits, pending: 10, wrong: 5 },
    { ...customers, pending: 2, wrong: 2 },
  ],
  issues: sevenMistakes,
};

const outside: PaneState = {
  ...ready,
  phase: "signed-out",
  me: null,
  glance: null,
  links: [],
  lastSync: null,
};

const directoryWay = {
  clientId: "0c9b8a76-5f4e-4d3c-8b2a-190817263544",
  tenant: "6f1a3b52-8c1d-4e8a-9f1b-0a2b3c4d5e6f",
  authority: "https://login.microsoftonline.com/6f1a3b52-8c1d-4e8a-9f1b-0a2b3c4d5e6f",
  scope: "api://0c9b8a76-5f4e-4d3c-8b2a-190817263544/access_as_user",
};

const ofAdmin = { me: meAs("admin"), glance: null, links: [], lastSync: null } as const;

/** Every state of the pane that has something of its own to show. */
export const states = {
  starting: { ...ready, phase: "starting", me: null, glance: null, links: [] },
  "signed-out": outside,
  "by-directory": { ...outside, directory: directoryWay },
  "awaiting-approval": { ...outside, directory: directoryWay, failure: { code: "awaiting-approval" } },
  "not-admitted": { ...outside, directory: directoryWay, failure: { code: "not-admitted" } },
  loading: { ...ready, glance: null },
  empty: { ...ready, links: [], lastSync: null },
  ready,
  "by-microsoft": { ...ready, me: { ...meAs("director"), hasPassword: false } },
  advisor: { ...ready, me: meAs("advisor"), glance: ownGlance("p-ana") },
  service: { ...ready, me: meAs("service"), glance: [], links: [] },
  "no-target": { ...ready, glance: glanceWithoutTarget() },
  mistakes: withMistakes,
  selected: { ...withMistakes, selection: { link: "l-visits", row: 23, position: 18, column: "advisor" } },
  "selected-clean": { ...ready, selection: { link: "l-visits", row: 7, position: 2, column: null } },
  "standing-returned": { ...ready, me: meAs("advisor"), ...returnedToAdvisor },
  "standing-verify": { ...ready, me: meAs("quality"), ...chosenByQuality },
  "standing-many": { ...ready, me: meAs("quality"), ...manyChosen },
  "standing-validated": { ...ready, me: meAs("advisor"), ...validatedForAdvisor },
  "standing-void": { ...ready, me: meAs("advisor"), ...voidWithChanges },
  "standing-voided": { ...ready, me: meAs("advisor"), voided: voidedVisits },
  attachments: { ...ready, ...attachmentsOf(7, "l-visits") },
  "attachments-unsent": { ...ready, ...attachmentsUnsent(7, "l-visits") },
  reasons: { ...ready, links: [{ ...budget, pending: 3, wrong: 3 }], issues: reasonsMissing },
  many: {
    ...ready,
    links: [
      {
        ...visits,
        rows: 7_000,
        pending: 7_000,
        wrong: 7_000,
        troubles: [{ code: "header-renamed", column: "visitedOn", header: "F. realizada" }],
      },
    ],
    issues: manyMistakes(7_000),
  },
  conflicts: {
    ...ready,
    links: [{ ...visits, pending: 2, inConflict: 2 }, customers],
    conflicts: twoConflicts(now),
  },
  vanished: { ...ready, vanished: threeVanished },
  everything: {
    ...withMistakes,
    links: [
      { ...visits, pending: 12, wrong: 5, inConflict: 2 },
      { ...customers, pending: 2, wrong: 2 },
    ],
    conflicts: twoConflicts(now),
    vanished: threeVanished,
  },
  working: {
    ...withMistakes,
    activity: { kind: "working", what: "sending", done: 400, total: 1_000 },
  },
  offline: { ...ready, connection: "offline", links: [{ ...visits, pending: 12 }, customers] },
  "trying-again": {
    ...ready,
    connection: "offline",
    retryAt: minutesAgo(-2.5),
    links: [{ ...visits, pending: 12 }, customers],
  },
  paused: {
    ...ready,
    isPaused: true,
    retryAt: minutesAgo(-0.5),
    links: [{ ...visits, pending: 12 }, customers],
  },
  incoming: { ...ready, incoming: 3 },
  "incoming-and-unsent": { ...ready, incoming: 3, links: [{ ...visits, pending: 12, wrong: 4 }, customers] },
  expired: { ...ready, connection: "session-expired", links: [{ ...visits, pending: 12 }, customers] },
  "just-sent": { ...ready, ...justSent },
  "just-sent-much": { ...ready, ...justSentMuch },
  "cell-history": {
    ...ready,
    selection: { link: "l-visits", row: 18, position: 13, column: "outcome" },
    cellHistory,
  },
  tables: { ...ready, me: meAs("quality"), links: [], tables, lastSync: null },
  troubles: {
    ...ready,
    links: [
      { ...visits, troubles: [{ code: "header-renamed", column: "visitedOn", header: "F. realizada" }] },
      { ...customers, troubles: [{ code: "protected" }], canWrite: false },
      { ...budget, rows: 0, place: nowhere, troubles: [{ code: "table-missing" }] },
    ],
  },
  "columns-missing": {
    ...ready,
    links: [
      {
        ...visits,
        troubles: [
          { code: "column-missing", column: "visitedOn" },
          { code: "column-missing", column: "outcome" },
          { code: "column-missing", column: "notes" },
        ],
      },
      { ...customers, rows: 0, place: nowhere, troubles: [{ code: "control-column-missing" }] },
    ],
  },
  asked: { ...ready, links: [], lastSync: null, examination: askedExamination },
  certain: { ...ready, examination: certainExamination },
  matrix: { ...ready, examination: matrixExamination },
  unrecognised: { ...ready, examination: unknownExamination },
  repairs: { ...withMistakes, repairs: visitRepairs },
  "matrix-reasons": {
    ...ready,
    links: [{ ...budget, pending: 3 }],
    reasonsMissing: [{ link: "l-budget", sheet: "budget", rows: 3 }],
  },
  "load-report": { ...ready, load: reportedLoad },
  "load-running": {
    ...ready,
    load: runningLoad,
    activity: { kind: "working", what: "sending", done: 3_400, total: 9_700 },
  },
  "load-paused": { ...ready, load: pausedLoad },
  "load-done": { ...ready, load: doneLoad },
  people: { ...ready, ...ofAdmin, staff, staffSessions },
  settings: { ...ready, ...ofAdmin, staff, settings: changedSettings },
  failed: { ...ready, failure: { code: "cell-edit-mode" }, canRetry: true },
} as const satisfies Record<string, PaneState>;

export type StateName = keyof typeof states;
