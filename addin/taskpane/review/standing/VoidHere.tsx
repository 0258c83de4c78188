import type { CellIssue } from "../../../sync/session.ts";
import { ActLink } from "../../parts/ActLink.tsx";
import { useActs } from "../../session/SessionProvider.tsx";
import { statusText } from "../../text/status-text.ts";
import { restoring } from "./standing-acts.ts";
import { StandingActs } from "./StandingActs.tsx";

/** The ways out for what was typed into a row that somebody voided: it counts again with it, or is a row of its own. */
export function VoidHere({ item: { link, rowId } }: { readonly item: CellIssue }) {
  const { run } = useActs();
  const rows = { link, rowIds: [rowId] };
  return (
    <StandingActs
      acts={[restoring(rows)]}
      before={
        <ActLink text={statusText.keepAsNew} onAct={() => void run((commands) => commands.keepAsNew(rows))} />
      }
    />
  );
}
