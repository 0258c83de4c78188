/**
 * A failure as Excel reports it: a documented error code and a sentence. Thrown by the object model, caught by the
 * interpreter, which turns it into the `Error` of an answer.
 */
export class HostError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "HostError";
    this.code = code;
  }
}

export const invalidArgument = (what: string): HostError =>
  new HostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format. (${what})`,
  );

export const itemNotFound = (what: string): HostError =>
  new HostError("ItemNotFound", `The requested resource doesn't exist. (${what})`);

export const invalidObjectPath = (what: string): HostError =>
  new HostError("InvalidObjectPath", `The object path is not valid any more. (${what})`);

/** The stand-in lacks this member: the message names it, so that a test says so at once. */
export const apiNotFound = (className: string, member: string): HostError =>
  new HostError("ApiNotFound", `The stand-in for Excel does not model ${className}.${member}.`);

export const accessDenied = (what: string): HostError =>
  new HostError("AccessDenied", `You cannot perform the requested operation. (${what})`);
