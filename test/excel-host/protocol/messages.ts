import { z } from "zod";

const argumentInfo = z.object({
  Arguments: z.array(z.unknown()).nullish(),
  ReferencedObjectPathIds: z.array(z.unknown()).nullish(),
});

const objectPath = z.object({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string().nullish(),
  ParentObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.nullish(),
});

const queryInfo = z.object({
  Select: z.array(z.string()).nullish(),
  Expand: z.array(z.string()).nullish(),
  Top: z.number().nullish(),
  Skip: z.number().nullish(),
});

const action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string().nullish(),
  ObjectPathId: z.number(),
  ArgumentInfo: argumentInfo.nullish(),
  QueryInfo: queryInfo.nullish(),
});

const batch = z.object({ Actions: z.array(action), ObjectPaths: z.record(z.string(), objectPath) });

const request = z.object({
  id: z.number(),
  type: z.literal(1),
  flags: z.number(),
  message: z.object({ url: z.string(), body: z.unknown() }),
});

export type ArgumentInfo = z.infer<typeof argumentInfo>;
export type ObjectPath = z.infer<typeof objectPath>;
export type QueryInfo = z.infer<typeof queryInfo>;
export type Action = z.infer<typeof action>;
export type Batch = z.infer<typeof batch>;
export type BridgeRequest = z.infer<typeof request>;

export interface ActionResult {
  ActionId: number;
  Value: unknown;
}

export interface BatchError {
  Code: string;
  Message: string;
  ActionIndex: number;
  Location: string;
  HttpStatusCode: number;
}

export interface BatchAnswer {
  Results: ActionResult[];
  Error?: BatchError;
}

/** Excel flags a request made with `delayForCellEdit: true` like this. */
export const DELAY_FOR_CELL_EDIT = 64;

/** Reads what the library sent; throws when it is not a request of the bridge protocol. */
export const parseRequest = (text: string): BridgeRequest => request.parse(JSON.parse(text));

/** Reads the batch in a request's body; throws when it has another form. */
export const parseBatch = (body: unknown): Batch =>
  batch.parse(typeof body === "string" ? JSON.parse(body) : body);

/** The reply to request `id`, as the library expects it back. */
export const replyText = (id: number, answer: BatchAnswer): string =>
  JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: answer } });

/** One event for the library: number and target as in Office.js, arguments before Office.js reshapes them. */
export const eventText = (number: number, targetId: string, args: object): string => {
  const entry = { messageCategory: 65536, messageType: number, targetId, message: JSON.stringify(args) };
  return JSON.stringify({ type: 3, message: { entries: [entry] } });
};
