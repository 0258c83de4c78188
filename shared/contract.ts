import * as z from "zod";
import { acceptanceSchema, offeredAcceptanceSchema } from "./contract/acceptances.ts";
import { day, id, moment, month, reason, rowValues, sequence, sheetId, value, version } from "./contract/fields.ts";
import { rowStatusSchema } from "./contract/row-status.ts";
import { issueSchema } from "./model/issue.ts";
import { roleSchema } from "./model/role.ts";

/**
 * What every endpoint takes and gives. Paths are under `/api`; every request but sign-in carries
 * `Authorization: Bearer …`. Both sides parse with these schemas.
 */
export const limits = {
  /** Rows in one push. */
  pushRows: 1_000,
  /** Bytes of one request body. */
  bodyBytes: 1_048_576,
  /** Rows in one page of a pull. */
  pageRows: 2_000,
  /** Rows in one list of the rows behind a figure. */
  evidenceRows: 5_000,
  /** Warnings that one pushed row may accept, and characters of a text that was typed. */
  rowAcceptances: 30,
  typedCharacters: 400,
} as const;

/** Why a request as a whole was refused. */
export const failureCodes = [
  "bad-request",
  "unauthenticated",
  "forbidden",
  "not-found",
  "too-large",
  "too-many-requests",
  "schema-changed",
  /** What was attached is no JPEG, PNG, WebP, HEIC or PDF, whatever its name says. */
  "attachment-type",
  /** It is cut short or damaged. */
  "attachment-damaged",
  "attachment-pixels",
  "attachment-size",
  "attachments-full",
  /** The service does as much as it can; the answer says after how many seconds to ask again. */
  "busy",
  "unavailable",
  "internal",
] as const;

export const failureSchema = z.object({
  code: z.enum(failureCodes),
  /** Where in the request, for `bad-request`: the path of the field. */
  field: z.string().optional(),
  /** Names the request in the service's log. */
  requestId: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;
export type FailureCode = Failure["code"];

/** `GET /me`: who is asking, the company, and what everybody's rows refer to. */
export const meSchema = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), role: roleSchema }),
  /** Whoever comes in by the company's directory alone has none to change. */
  hasPassword: z.boolean(),
  company: z.string(),
  /** Fingerprint of the definitions that the service runs with. */
  schema: z.string(),
  epoch: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), role: roleSchema })),
  /** The settings of the company that are not as defined. */
  settings: z.record(z.string(), z.number()),
});
export type Me = z.infer<typeof meSchema>;

/** `POST /push`: rows that changed in a workbook. `base` is the version that the sheet last showed, 0 for a new row. */
export const pushSchema = z.strictObject({
  pushId: id,
  schema: z.string().max(64),
  /** Names the workbook in the history; travels with the file. */
  workbook: z.string().max(120),
  /** What the person thinks of as one sending: all pushes that it took. One push alone where it is not said. */
  act: id.optional(),
  rows: z
    .array(
      z.strictObject({
        sheet: sheetId,
        id,
        base: version,
        values: rowValues,
        /** Columns whose conflict the person ended, having seen what others wrote up to that version of the row. */
        settled: z.strictObject({ version, columns: z.array(z.string().max(64)).max(100) }).optional(),
        /** Warnings of this row that the person accepts, each with the reason. */
        accepted: z.array(offeredAcceptanceSchema).max(limits.rowAcceptances).optional(),
        /** What the cells of some columns said as they were typed, where that is not how the value is shown. */
        typed: z.record(z.string().max(64), z.string().max(limits.typedCharacters)).optional(),
      }),
    )
    .min(1)
    .max(limits.pushRows),
});
export type Push = z.infer<typeof pushSchema>;
export type PushedRow = Push["rows"][number];

const fieldConflict = z.object({
  column: z.string(),
  base: value,
  mine: value,
  theirs: value,
  /** The name of who wrote theirs, and when. */
  by: z.string(),
  at: moment,
});

/** One answer a row, in the order of the push. One bad row never stops its neighbours. */
export const rowAnswerSchema = z.discriminatedUnion("result", [
  z.object({
    result: z.literal("saved"),
    id,
    version,
    /** All columns that the person may read, as they now stand (merged, computed). */
    values: rowValues,
    /** Accepted ones are not among them. */
    warnings: z.array(issueSchema),
    accepted: z.array(acceptanceSchema).optional(),
    /** Absent where the row is merely sent. */
    status: rowStatusSchema.optional(),
  }),
  z.object({
    result: z.literal("conflict"),
    id,
    version,
    fields: z.array(fieldConflict).min(1),
    values: rowValues,
  }),
  z.object({ result: z.literal("invalid"), id, issues: z.array(issueSchema).min(1) }),
  z.object({ result: z.literal("forbidden"), id, columns: z.array(z.string()) }),
  /** The row is validated, by whom and when: it stays as it is until that is taken back. */
  z.object({ result: z.literal("locked"), id, version, by: z.string(), at: moment }),
  /** The row is void. One that the service does not know is a new row, whatever version it builds on. */
  z.object({ result: z.literal("gone"), id }),
]);
export type RowAnswer = z.infer<typeof rowAnswerSchema>;

export const pushAnswerSchema = z.object({ seq: sequence, answers: z.array(rowAnswerSchema) });
export type PushAnswer = z.infer<typeof pushAnswerSchema>;

/**
 * `POST /pull`: what changed in one record after `since`. `from` leaves out rows of earlier days, in every pull that
 * names it; rows without a day come, and rows that once were of that day or later.
 */
export const pullSchema = z.strictObject({
  schema: z.string().max(64),
  sheet: sheetId,
  since: z.strictObject({ epoch: z.string().max(64), seq: sequence }).nullable(),
  from: day.optional(),
});
export type Pull = z.infer<typeof pullSchema>;

export const pullAnswerSchema = z.object({
  /** What to pass as `since` next time; ask again at once while `more`. */
  next: z.object({ epoch: z.string(), seq: sequence }),
  more: z.boolean(),
  /** The keys of the columns, in the order of `values`. */
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      id,
      version,
      values: z.array(value),
      accepted: z.array(acceptanceSchema).optional(),
      status: rowStatusSchema.optional(),
    }),
  ),
  /** Rows that the person no longer sees, or that were voided. */
  removed: z.array(z.object({ id, why: z.enum(["voided", "not-visible"]) })),
});
export type PullAnswer = z.infer<typeof pullAnswerSchema>;

/** `POST /void`: takes rows out of every count, with a reason; nothing is erased. */
export const voidSchema = z.strictObject({
  sheet: sheetId,
  rows: z
    .array(z.strictObject({ id, base: version }))
    .min(1)
    .max(limits.pushRows),
  reason,
  workbook: z.string().max(120),
});
export type Void = z.infer<typeof voidSchema>;
export const voidAnswerSchema = z.object({
  seq: sequence,
  /** `locked`: the row is validated; `gone`: there is no such row for the person, or another voided it. */
  answers: z.array(z.object({ id, result: z.enum(["voided", "stale", "locked", "forbidden", "gone"]) })),
});
export type VoidAnswer = z.infer<typeof voidAnswerSchema>;

const figure = z.object({
  executed: z.number(),
  target: z.number().nullable(),
  firstTarget: z.number().nullable(),
  percent: z.number().nullable(),
  firstPercent: z.number().nullable(),
  state: z.enum(["met", "near", "missed", "no-target"]),
});

/** `GET /indicators/:id?first=YYYY-MM&last=YYYY-MM`. At most 36 months. */
export const indicatorAnswerSchema = z.object({
  indicator: z.string(),
  unit: z.enum(["users", "pesos"]),
  formulaVersion: z.number().int(),
  thresholds: z.object({ met: z.number(), near: z.number() }),
  months: z.array(
    z.object({
      month,
      provisional: z.boolean(),
      expected: z.number().nullable(),
      company: figure.nullable(),
      advisors: z.array(z.object({ advisor: z.string().nullable(), figure })),
    }),
  ),
  yearToDate: z
    .object({ first: month, last: month, provisional: z.boolean(), figure, withoutTarget: z.array(month) })
    .nullable(),
  asOf: z.object({ seq: sequence, at: moment }),
});
export type IndicatorAnswer = z.infer<typeof indicatorAnswerSchema>;

/** Query of indicators and tables. */
export const monthsQuerySchema = z
  .strictObject({ first: month, last: month })
  .refine(({ first, last }) => first <= last, { path: ["last"] });

/** `GET /indicators/:id/rows?month=YYYY-MM[&advisor=ID]`: the rows behind a figure, and those left out with why. */
export const evidenceQuerySchema = z.strictObject({ month, advisor: z.string().max(64).optional() });
export const evidenceSchema = z.object({
  formula: z.string(),
  formulaVersion: z.number().int(),
  sheet: sheetId,
  rows: z.array(
    z.object({
      id,
      version,
      day,
      /** What names the row to people: the columns of its first key, or its first text. */
      label: z.string(),
      value: z.number(),
      advisor: z.string().nullable(),
      by: z.string(),
      at: moment,
    }),
  ),
  excluded: z.array(z.object({ id, label: z.string(), why: z.enum(["voided"]) })),
  more: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const layout = z.object({
  numberFormat: z.string(),
  align: z.enum(["left", "center", "right"]),
  width: z.number(),
});

/** `GET /tables/:id?first=YYYY-MM&last=YYYY-MM`. */
export const tableAnswerSchema = z.object({
  table: z.string(),
  columns: z.array(z.object({ label: z.string(), layout })),
  rows: z.array(
    z.object({
      cells: z.array(value),
      formats: z.record(z.string(), z.string()).optional(),
      emphasis: z.literal(true).optional(),
    }),
  ),
  notes: z.array(z.string()),
  asOf: z.object({ seq: sequence, at: moment }),
});
export type TableAnswer = z.infer<typeof tableAnswerSchema>;

/** `GET /health`, without authentication. */
export const healthSchema = z.object({ status: z.enum(["ok", "stopping"]), seq: sequence });
