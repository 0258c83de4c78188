import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Amendment, Proposal, Question } from "../../../shared/recognition/proposal.ts";

/** What a control that answers a question is given. */
export interface AnswerProps<A extends Question["about"] = Question["about"]> {
  readonly question: Extract<Question, { readonly about: A }>;
  /** What is asked, in words. */
  readonly text: string;
  readonly answered: boolean;
  readonly proposal: Proposal;
  readonly sheet: Sheet;
  readonly onAmend: (amendment: Amendment) => void;
}
