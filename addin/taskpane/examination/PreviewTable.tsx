import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import { es } from "../text/es.ts";
import { examinationText } from "../text/examination-text.ts";
import type { PreviewCell, PreviewColumn, PreviewGrid } from "./preview-grid.ts";

/** Wider texts are cut: the sheet beside the pane shows them whole. */
const widest = "144px";
/** How many wrong cells are told one by one. */
const told = 3;

const useStyles = makeStyles({
  scroller: {
    overflowX: "auto",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  table: {
    ...typographyStyles.caption1,
    borderCollapse: "separate",
    borderSpacing: 0,
    whiteSpace: "nowrap",
    fontVariantNumeric: "tabular-nums",
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    maxWidth: widest,
    overflow: "hidden",
    textOverflow: "ellipsis",
  },
  header: { color: tokens.colorNeutralForeground3 },
  below: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  number: { textAlign: "end" },
  /** The row's number stays in sight while the rest moves. */
  row: {
    position: "sticky",
    left: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground3,
    textAlign: "end",
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  wrong: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
  },
  mark: { fontSize: tokens.fontSizeBase200, verticalAlign: "-2px", marginRight: tokens.spacingHorizontalXXS },
  problems: {
    ...typographyStyles.caption1,
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "grid",
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: "anywhere",
  },
  place: { color: tokens.colorNeutralForeground3 },
});

interface PreviewTableProps {
  readonly label: string;
  readonly grid: PreviewGrid;
}

/** Rows as they would be stored, to be scrolled sideways; wrong cells are marked, and told below. */
export function PreviewTable({ label, grid }: PreviewTableProps) {
  const styles = useStyles();
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled with the arrows, from the keyboard too */}
      <section className={styles.scroller} aria-label={label} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={mergeClasses(styles.cell, styles.row)} scope="col">
                {examinationText.row}
              </th>
              {grid.columns.map(({ id, label: header, isNumber }) => (
                <th
                  key={id}
                  className={mergeClasses(styles.cell, styles.header, isNumber && styles.number)}
                  scope="col"
                >
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({ row, cells }) => (
              <tr key={row}>
                <th className={mergeClasses(styles.cell, styles.row, styles.below)} scope="row">
                  {row}
                </th>
                {cells.map((cell, place) => (
                  <Cell key={grid.columns[place]?.id} cell={cell} column={grid.columns[place]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Problems grid={grid} />
    </>
  );
}

function Cell({ cell, column }: { readonly cell: PreviewCell; readonly column: PreviewColumn | undefined }) {
  const styles = useStyles();
  const { text, problem } = cell;
  return (
    <td
      className={mergeClasses(
        styles.cell,
        styles.below,
        column?.isNumber === true && styles.number,
        problem !== null && styles.wrong,
      )}
      title={problem ?? text}
    >
      {problem !== null && <WarningFilled className={styles.mark} aria-hidden />}
      {text === "" && problem !== null ? examinationText.empty : text}
    </td>
  );
}

function Problems({ grid }: { readonly grid: PreviewGrid }) {
  const styles = useStyles();
  const problems = grid.rows.flatMap(({ row, cells }) =>
    cells.flatMap(({ problem }, place) => {
      const label = grid.columns[place]?.label ?? "";
      return problem === null ? [] : [{ place: es.review.place(row, label), problem }];
    }),
  );
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems}>
      {problems.slice(0, told).map(({ place, problem }) => (
        <li key={place}>
          <div className={styles.place}>{place}</div>
          {problem}
        </li>
      ))}
      {problems.length > told && <li>{examinationText.more(problems.length - told)}</li>}
    </ul>
  );
}
