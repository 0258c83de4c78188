import type { CellEdit } from "./cell-edit.ts";
import type { Failures, InjectedFailure } from "./failures.ts";
import type { Interjections } from "./interjections.ts";
import { DELAY_FOR_CELL_EDIT, parseBatch, parseRequest, replyText } from "./messages.ts";
import type { Batch, BatchAnswer, BridgeRequest } from "./messages.ts";
import { bytesOf, countRequest, countResponse } from "./traffic.ts";
import type { Traffic } from "./traffic.ts";

export interface TransportParts {
  traffic: () => Traffic;
  failures: Failures;
  cellEdit: CellEdit;
  interjections: Interjections;
  /** Excel on the web takes and gives 5 MB at most; bytes. */
  payloadLimit: number;
  carryOut: (batch: Batch) => Promise<BatchAnswer>;
}

/**
 * Answers messages of the library; batches are carried out one at a time and in order. Gives the reply's text, or
 * undefined when the reply was made to get lost.
 */
export function createTransport(parts: TransportParts): (text: string) => Promise<string | undefined> {
  let before: Promise<unknown> = Promise.resolve();
  const carryOut = (batch: Batch): Promise<BatchAnswer> => {
    const answer = before.then(() => {
      parts.interjections.arrived(batch);
      return parts.carryOut(batch);
    });
    before = answer.catch(() => undefined);
    return answer;
  };
  return (text) => handle({ ...parts, carryOut }, text);
}

async function handle(parts: TransportParts, text: string): Promise<string | undefined> {
  const request = parseRequest(text);
  const batch = parseBatch(request.message.body);
  const bytes = bytesOf(text);
  const isRelease = onlyReleases(batch);
  countRequest(parts.traffic(), bytes, batch.Actions.length, isRelease);
  const answer = await answerTo(parts, request, batch, bytes, isRelease);
  if (!answer) return undefined;
  const reply = replyText(request.id, answer);
  const size = bytesOf(reply);
  countResponse(parts.traffic(), size);
  return size > parts.payloadLimit
    ? replyText(request.id, refusal("ResponsePayloadSizeLimitExceeded"))
    : reply;
}

async function answerTo(
  parts: TransportParts,
  request: BridgeRequest,
  batch: Batch,
  bytes: number,
  isRelease: boolean,
): Promise<BatchAnswer | undefined> {
  if (isRelease) return parts.carryOut(batch);
  if (bytes > parts.payloadLimit) return refusal("RequestPayloadSizeLimitExceeded");
  if (parts.cellEdit.active && !(request.flags & DELAY_FOR_CELL_EDIT))
    return refusal("InvalidOperationInCellEditMode");
  await parts.cellEdit.over();
  const failure = parts.failures.take();
  if (failure?.kind === "refused") return refusal(failure.code, failure.message);
  const answer = await parts.carryOut(batch);
  return failure ? broken(failure) : answer;
}

/** After `Excel.run` the library releases its references in a request of its own: no round trip of the add-in. */
function onlyReleases(batch: Batch): boolean {
  const calls = batch.Actions.filter(({ ActionType }) => ActionType !== 1);
  return calls.length > 0 && calls.every(({ Name }) => Name === "_RemoveReference");
}

const broken = (failure: InjectedFailure): BatchAnswer | undefined =>
  failure.kind === "never-answered" ? undefined : refusal(failure.code, failure.message);

const MESSAGES: Record<string, string> = {
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  GeneralException: "There was an internal error while processing the request.",
};

const refusal = (code: string, message = MESSAGES[code] ?? code): BatchAnswer => ({
  Results: [],
  Error: { Code: code, Message: message, ActionIndex: -1, Location: "", HttpStatusCode: 400 },
});
