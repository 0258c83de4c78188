import { toJson } from "../db/statement.ts";

/** What is kept of an attached file for good; its small picture and its removal come later and are told apart. */
export interface KeptFile {
  readonly seq: number;
  readonly id: string;
  readonly sheet: string;
  readonly row: string;
  readonly hash: string;
  readonly type: string;
  readonly bytes: number;
  readonly name: string;
  readonly position: number;
  readonly at: string;
  readonly by: string;
  readonly workbook: string;
}

/** All that the line of an attached file says, as one text: what the audit commits itself to. */
export function attachmentContent(one: KeptFile): string {
  const { seq, id, sheet, row, hash, type, bytes, name, position, at, by, workbook } = one;
  return toJson([seq, id, sheet, row, hash, type, bytes, name, position, at, by, workbook]);
}
