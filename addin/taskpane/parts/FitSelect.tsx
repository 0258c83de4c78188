import { Select, makeStyles, type SelectProps } from "@fluentui/react-components";

const useStyles = makeStyles({
  root: { minWidth: 0 },
  select: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
});

/** A dropdown that is as wide as its place, however long its options are. */
export function FitSelect(props: SelectProps) {
  const styles = useStyles();
  return <Select {...props} className={styles.root} select={{ className: styles.select }} />;
}
