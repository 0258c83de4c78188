import type { OfficeLibraries } from "./run.ts";

/** How a dialog ended: with what its page said, because the person closed it, or because it could not be opened. */
export type DialogEnd =
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "closed" }
  | { readonly kind: "blocked" };

type Libraries = Pick<OfficeLibraries, "Office">;

/** Whether this Excel asks Microsoft for tokens itself (nested app authentication). */
export function hasNestedSignIn({ Office }: Libraries): boolean {
  return Office.context.requirements.isSetSupported("NestedAppAuth", "1.1");
}

/** The person looked at Excel's question whether to open the dialog, and said no. */
const declined = 12_009;

/**
 * Shows a page of ours in a window of its own and waits for the one message that counts. Whatever another origin says is
 * nothing to us: the window goes to Microsoft's pages and back. Excels without the set DialogOrigin say no origin, and
 * deliver messages of the pane's own domain only.
 */
export function askInDialog({ Office }: Libraries, page: string): Promise<DialogEnd> {
  const { origin } = new URL(page);
  return new Promise((resolve) => {
    const options = { height: 60, width: 30, promptBeforeOpen: false };
    Office.context.ui.displayDialogAsync(page, options, ({ status, error, value: dialog }) => {
      if (status !== Office.AsyncResultStatus.Succeeded) {
        resolve({ kind: error.code === declined ? "closed" : "blocked" });
        return;
      }
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (said) => {
        if (!("message" in said) || (said.origin !== undefined && said.origin !== origin)) return;
        dialog.close();
        resolve({ kind: "said", text: said.message });
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve({ kind: "closed" }));
    });
  });
}

/** Tells the pane that opened this dialog, and nobody else. */
export function tellPane(text: string): void {
  Office.context.ui.messageParent(text, { targetOrigin: location.origin });
}
