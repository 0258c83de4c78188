import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { Me } from "../../../shared/contract.ts";
import { Hush } from "../parts/Hush.tsx";
import { accountText } from "../text/account-text.ts";
import { ChangePassword } from "./ChangePassword.tsx";
import { OwnSessions } from "./OwnSessions.tsx";

const text = accountText.own;

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
});

interface AccountDialogProps {
  readonly me: Me;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One's own account: where it is open, and its password where it has one. */
export function AccountDialog({ me, open, onClose }: AccountDialogProps) {
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, { open: opens }) => opens || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{text.title}</DialogTitle>
          <DialogContent className={styles.content}>
            <Hush>{me.person.email}</Hush>
            <OwnSessions />
            {me.hasPassword && <ChangePassword />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{text.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
