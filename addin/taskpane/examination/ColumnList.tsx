import { Button, makeStyles, tokens, useArrowNavigationGroup } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { useId, useState } from "react";
import type { Sheet } from "../../../shared/model/sheet.ts";
import type { Amendment, Proposal } from "../../../shared/recognition/proposal.ts";
import { Hush } from "../parts/Hush.tsx";
import { Title } from "../parts/Title.tsx";
import { examinationText } from "../text/examination-text.ts";
import { ColumnLine } from "./ColumnLine.tsx";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  head: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  // Its arrow stands at the margin of the page, but where the button has a frame, the frame does.
  toggle: {
    minWidth: 0,
    marginRight: `calc(-1 * ${tokens.spacingHorizontalM})`,
    "@media (forced-colors: active)": { marginRight: 0 },
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

interface ColumnListProps {
  readonly proposal: Proposal;
  readonly sheet: Sheet;
  readonly onAmend: (amendment: Amendment) => void;
}

/** What each column of the worksheet is taken for, to be looked at and corrected. */
export function ColumnList({ proposal, sheet, onAmend }: ColumnListProps) {
  const styles = useStyles();
  const [titleId, listId] = [useId(), useId()];
  const [open, setOpen] = useState(false);
  const arrows = useArrowNavigationGroup({ axis: "vertical", memorizeCurrent: true });
  const own = proposal.columns.filter(({ key, asked }) => key === null && !asked).length;
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.head}>
        <div>
          <Title level={3} id={titleId}>
            {examinationText.columns}
          </Title>
          <Hush>{examinationText.columnCount(proposal.columns.length - own, own)}</Hush>
        </div>
        <Button
          className={styles.toggle}
          appearance="subtle"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          {open ? examinationText.hideColumns : examinationText.showColumns}
        </Button>
      </div>
      <ul id={listId} className={styles.list} hidden={!open} {...arrows}>
        {open &&
          proposal.columns.map((column) => (
            <ColumnLine
              key={column.column}
              column={column}
              proposal={proposal}
              sheet={sheet}
              onAmend={onAmend}
            />
          ))}
      </ul>
    </section>
  );
}
