import { Avatar, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { Me } from "../../../shared/contract.ts";
import { es } from "../text/es.ts";
import { AccountMenu } from "./AccountMenu.tsx";

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

/** The first letters of a name and a surname: `Marta Inés Revollo Támara` is MR, `Dairo Benítez Buelvas` is DB. */
function initialsOf(name: string): string {
  const words = name.split(" ");
  const surname = words.length > 3 ? words.at(-2) : words[1];
  return [words[0], surname].map((word) => word?.[0] ?? "").join("");
}
