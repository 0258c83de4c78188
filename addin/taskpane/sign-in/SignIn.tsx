import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { Me } from "../../../shared/contract.ts";
import { usePane } from "../session/SessionProvider.tsx";
import { es } from "../text/es.ts";
import { AwaitingApproval } from "./AwaitingApproval.tsx";
import { DirectorySignIn } from "./DirectorySignIn.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { useWays } from "./use-ways.ts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    maxWidth: "400px",
    width: "100%",
    boxSizing: "border-box",
    margin: "0 auto",
    overflowY: "auto",
  },
  product: { ...typographyStyles.subtitle1, color: tokens.colorBrandForeground1, margin: 0 },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface SignInProps {
  /** Whose session expired; null for somebody new. */
  readonly me: Me | null;
  readonly onBack: () => void;
}

/** The first view, and the way back in when a session ends. */
export function SignIn({ me, onBack }: SignInProps) {
  const styles = useStyles();
  const { directory, failure } = usePane();
  const isSettled = useWays();
  const isWaiting = failure?.code === "awaiting-approval";
  const intro = directory ? es.signIn.introMicrosoft : es.signIn.intro;
  return (
    <main className={styles.page}>
      <div>
        <h1 className={styles.product}>{es.product}</h1>
        {!isWaiting && <p className={styles.intro}>{me ? es.signIn.again : intro}</p>}
      </div>
      {isWaiting && <AwaitingApproval />}
      {!isWaiting && isSettled && (
        <>
          {directory && <DirectorySignIn />}
          <SignInForm email={me?.person.email ?? ""} isSecond={directory !== null} />
        </>
      )}
      {me && (
        <Button appearance="subtle" onClick={onBack}>
          {es.signIn.back}
        </Button>
      )}
    </main>
  );
}
