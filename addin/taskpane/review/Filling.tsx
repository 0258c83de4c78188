import { createContext, use, useCallback, useRef, useState, type ReactNode } from "react";
import type { CellFill, CellIssue } from "../../sync/session.ts";
import { Bar } from "../parts/Bar.tsx";
import { useActs } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";

/** Writes texts into the cells that the pane showed; false where that could not be done, or is being done already. */
type Fill = (cells: readonly CellFill[]) => Promise<boolean>;

const FillContext = createContext<Fill>(() => Promise.reject(new Error("filled outside of Filling")));

/** Fills cells for the items inside, and tells how many were left alone because they say something else by now. */
export function Filling({ children }: { readonly children: ReactNode }) {
  const { run } = useActs();
  const [left, setLeft] = useState(0);
  const isFilling = useRef(false);
  const fill = useCallback<Fill>(
    async (cells) => {
      // A second click would find what the first one wrote, and take it for somebody's change.
      if (isFilling.current) return false;
      isFilling.current = true;
      setLeft(0);
      const filling = run((commands) => commands.fillCells(cells));
      const outcome = await filling.finally(() => (isFilling.current = false));
      if (outcome.ok) setLeft(outcome.value.left.length);
      return outcome.ok;
    },
    [run],
  );
  return (
    <FillContext value={fill}>
      {left > 0 && <Bar sentence={es.review.left(left)} intent="info" onDismiss={() => setLeft(0)} />}
      {children}
    </FillContext>
  );
}

/** What writes texts into cells. */
export const useFill = (): Fill => use(FillContext);

/** A text for the cell of a remark, as long as it says what it said then. */
export const fillOf = ({ link, rowId, issue, typed }: CellIssue, text: string): CellFill => ({
  link,
  rowId,
  column: issue.column,
  typed,
  text,
});
