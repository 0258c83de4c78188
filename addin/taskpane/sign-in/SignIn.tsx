import { Button, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Me } from "../../../shared/contract.ts";
import { ActLink } from "../parts/ActLink.tsx";
import { Acts } from "../parts/Acts.tsx";
import { useActs, usePane } from "../session/SessionProvider.tsx";
import { accountText } from "../text/account-text.ts";
import { es } from "../text/es.ts";
import { AwaitingApproval } from "./AwaitingApproval.tsx";
import { CodeStep } from "./CodeStep.tsx";
import { DirectorySignIn } from "./DirectorySignIn.tsx";
import { ForgottenStep } from "./ForgottenStep.tsx";
import { NewPasswordStep } from "./NewPasswordStep.tsx";
import { SignInForm } from "./SignInForm.tsx";
import type { Step } from "./steps.ts";
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
  const { commands } = useActs();
  const [step, setStep] = useState<Step>({ at: "password" });
  const go = (next: Step) => {
    commands.dismissFailure();
    setStep(next);
  };
  return (
    <main className={styles.page}>
      {step.at === "password" ? (
        <Beginning me={me} onBack={onBack} onStep={go} />
      ) : (
        <>
          <h1 className={styles.product}>{es.product}</h1>
          <Further step={step} email={me?.person.email ?? ""} onStep={go} />
        </>
      )}
    </main>
  );
}

interface FurtherProps {
  readonly step: Exclude<Step, { readonly at: "password" }>;
  readonly email: string;
  readonly onStep: (step: Step) => void;
}

function Further({ step, email, onStep }: FurtherProps) {
  const onBack = () => onStep({ at: "password" });
  if (step.at === "code") return <CodeStep challenge={step.challenge} sentTo={step.sentTo} onBack={onBack} />;
  if (step.at === "new-password") return <NewPasswordStep by={step.by} onBack={onBack} />;
  const onCode = () => onStep({ at: "new-password", by: "forgotten" });
  return <ForgottenStep email={email} onCode={onCode} onBack={onBack} />;
}

interface BeginningProps extends SignInProps {
  readonly onStep: (step: Step) => void;
}

function Beginning({ me, onBack, onStep }: BeginningProps) {
  const styles = useStyles();
  const { directory, failure } = usePane();
  const isSettled = useWays();
  const isWaiting = failure?.code === "awaiting-approval";
  const intro = directory ? es.signIn.introMicrosoft : es.signIn.intro;
  return (
    <>
      <div>
        <h1 className={styles.product}>{es.product}</h1>
        {!isWaiting && <p className={styles.intro}>{me ? es.signIn.again : intro}</p>}
      </div>
      {isWaiting && <AwaitingApproval />}
      {!isWaiting && isSettled && (
        <>
          {directory && <DirectorySignIn />}
          <SignInForm email={me?.person.email ?? ""} isSecond={directory !== null} onStep={onStep} />
          <Acts>
            <ActLink
              text={accountText.invited}
              onAct={() => onStep({ at: "new-password", by: "invitation" })}
            />
            <ActLink text={accountText.forgotten} onAct={() => onStep({ at: "forgotten" })} />
          </Acts>
        </>
      )}
      {me && (
        <Button appearance="subtle" onClick={onBack}>
          {es.signIn.back}
        </Button>
      )}
    </>
  );
}
