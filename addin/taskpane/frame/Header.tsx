import { Avatar, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { Me } from "../../../shared/contract.ts";
import { es } from "../text/es.ts";
import { AccountMenu } from "./AccountMenu.tsx";
import { initialsOf } from "./initials.ts";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    minHeight: "32px",
  },
  names: { flex: "1 1 0", minWidth: 0, display: "flex", columnGap: tokens.spacingHorizontalS },
  product: {
    ...typographyStyles.body1Strong,
    color: tokens.colorBrandForeground1,
    whiteSpace: "nowrap",
    margin: 0,
  },
  company: {
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

/** Whose pane this is: the product, the company, the person and the menu. */
export function Header({ me }: { readonly me: Me | null }) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <div className={styles.names}>
        <h1 className={styles.product}>{es.product}</h1>
        {me && (
          <span className={styles.company} title={me.company}>
            {me.company}
          </span>
        )}
      </div>
      {me && (
        <>
          <Avatar
            name={me.person.name}
            initials={initialsOf(me.person.name)}
            size={24}
            color="brand"
            title={me.person.name}
          />
          <AccountMenu me={me} />
        </>
      )}
    </header>
  );
}
