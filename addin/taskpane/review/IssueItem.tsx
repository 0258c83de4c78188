import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { CellIssue } from "../../sync/session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { sheetById } from "../session/definitions.ts";
import { useReadingContext } from "../session/use-context.ts";
import { es } from "../text/es.ts";
import { issueFix } from "../text/issue-fixes.ts";
import { issueSentence } from "../text/issue-sentences.ts";
import { CellItem } from "./CellItem.tsx";
import { fillOf, useFill } from "./Filling.tsx";
import { isMistake, type ReviewGroup } from "./queue.ts";
import { asksReason, ReasonField } from "./ReasonField.tsx";

const useStyles = makeStyles({
  sentence: { margin: 0, overflowWrap: "anywhere" },
});

interface IssueItemProps {
  readonly item: CellIssue;
  readonly group: ReviewGroup;
}

/** A mistake or a remark: the sentence that says what to do, and the fix where there is one. */
export function IssueItem({ item, group }: IssueItemProps) {
  const styles = useStyles();
  const context = useReadingContext();
  // The first cell that asks for a reason shows the field at once: its reason may serve the others.
  const [giving, setGiving] = useState(() => group.mistakes.find(asksReason) === item);
  const sheet = sheetById(item.sheet);
  const sentence = sheet ? issueSentence(item.issue, item.typed, sheet, context) : item.typed;
  const asks = asksReason(item);
  const acts = (
    <>
      <UseFix item={item} />
      {asks && !giving && <ActLink text={es.reason.open} onAct={() => setGiving(true)} />}
    </>
  );
  return (
    <CellItem cell={item} column={item.issue.column} acts={acts}>
      <p className={styles.sentence}>
        {!isMistake(item) && `${es.review.warning}: `}
        {sentence}
      </p>
      {asks && giving && <ReasonField item={item} group={group} />}
    </CellItem>
  );
}

function UseFix({ item }: { readonly item: CellIssue }) {
  const fill = useFill();
  const fix = issueFix(item.issue, item.typed);
  if (!fix) return null;
  return <ActLink text={es.review.use(fix.text)} onAct={() => void fill([fillOf(item, fix.text)])} />;
}
