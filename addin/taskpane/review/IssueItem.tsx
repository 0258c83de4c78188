import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { CellIssue } from "../../sync/session.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { sheetById } from "../session/definitions.ts";
import { useReadingContext } from "../session/use-context.ts";
import { es } from "../text/es.ts";
import { reasonText } from "../text/reason-text.ts";
import { issueFix } from "../text/issue-fixes.ts";
import { issueSentence } from "../text/issue-sentences.ts";
import { AcceptWarning } from "./AcceptWarning.tsx";
import { CellItem } from "./CellItem.tsx";
import { fillOf, useFill } from "./Filling.tsx";
import { isMistake, type ReviewGroup } from "./queue.ts";
import { VoidHere } from "./standing/VoidHere.tsx";
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
  const [accepting, setAccepting] = useState(false);
  const sheet = sheetById(item.sheet);
  const sentence = sheet ? issueSentence(item.issue, item.typed, sheet, context) : item.typed;
  const asks = asksReason(item);
  const mayStay = !isMistake(item);
  const acts = (
    <>
      <UseFix item={item} />
      {mayStay && !accepting && <ActLink text={reasonText.accept} onAct={() => setAccepting(true)} />}
      {asks && !giving && <ActLink text={reasonText.open} onAct={() => setGiving(true)} />}
    </>
  );
  return (
    <CellItem cell={item} column={item.issue.column} acts={acts}>
      <p className={styles.sentence}>
        {mayStay && `${es.review.warning}: `}
        {sentence}
      </p>
      {asks && giving && <ReasonField item={item} group={group} />}
      {item.issue.code === "voided" && <VoidHere item={item} />}
      {accepting && <AcceptWarning item={item} onDone={() => setAccepting(false)} />}
    </CellItem>
  );
}

function UseFix({ item }: { readonly item: CellIssue }) {
  const fill = useFill();
  const fix = issueFix(item.issue, item.typed);
  if (fix === undefined) return null;
  return <ActLink text={es.review.use(fix)} onAct={() => void fill([fillOf(item, fix)])} />;
}
