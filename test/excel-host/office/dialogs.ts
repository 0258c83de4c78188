/** A dialog that the add-in opened. */
export interface OpenDialog {
  readonly page: string;
  isClosed: boolean;
  /** Its page says something to the pane. `origin` is undefined in an Excel that does not tell it. */
  say(message: string, origin?: string): void;
  /** The person closes it. */
  closeByHand(): void;
}

type Handler = (event: object) => void;
type Opened = (result: object) => void;

/** `Office.context.ui.displayDialogAsync` as office.js has it: what opens is given to `onOpen`, or the code by which it does not. */
export function dialogsOf(onOpen: (dialog: OpenDialog) => void, refusedWith?: number): object {
  return {
    displayDialogAsync(page: string, _options: object, opened: Opened) {
      if (refusedWith !== undefined) {
        opened({ status: "failed", error: { code: refusedWith } });
        return;
      }
      const handlers = new Map<string, Handler>();
      const dialog: OpenDialog = {
        page,
        isClosed: false,
        say: (message, origin) => handlers.get("dialogMessageReceived")?.({ message, origin }),
        closeByHand: () => handlers.get("dialogEventReceived")?.({ error: 12_006 }),
      };
      opened({
        status: "succeeded",
        value: {
          addEventHandler: (type: string, handler: Handler) => void handlers.set(type, handler),
          close: () => void (dialog.isClosed = true),
        },
      });
      onOpen(dialog);
    },
  };
}
