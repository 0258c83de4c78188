import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo } from "react";
import { columnOf, type Sheet } from "../../../shared/model/sheet.ts";
import type { ExaminedTable } from "../../sync/familiar-session.ts";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { useReadingContext } from "../session/use-context.ts";
import { examinationText } from "../text/examination-text.ts";
import { PreviewTable } from "./PreviewTable.tsx";
import { listGrid, matrixGrid } from "./preview-grid.ts";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, minWidth: 0 },
});

interface PreviewProps {
  readonly table: ExaminedTable;
  readonly sheet: Sheet;
}

/** The first rows of a table as they would be stored. */
export function Preview({ table: { proposal, preview }, sheet }: PreviewProps) {
  const styles = useStyles();
  const titleId = useId();
  const context = useReadingContext();
  const grid = useMemo(
    () =>
      proposal.layout === "list"
        ? listGrid(proposal, preview, sheet, context)
        : matrixGrid(proposal, preview, sheet, context),
    [proposal, preview, sheet, context],
  );
  const forAll = Object.entries(proposal.context).flatMap(([key, value]) => {
    if (value === null) return [];
    const { label, kind } = columnOf(sheet, key);
    return [`${label} ${kind.display(value, context)}`];
  });
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <Title level={3} id={titleId}>
        {examinationText.preview}
      </Title>
      {grid.rows.length === 0 ? (
        examinationText.noRows
      ) : (
        <>
          <Hush>
            {examinationText.previewRows(grid.rows.length)}
            {forAll.length > 0 && ` · ${forAll.join(", ")}`}
          </Hush>
          <PreviewTable label={examinationText.preview} grid={grid} />
        </>
      )}
    </section>
  );
}
