import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from "react";
import type { Outcome, PaneCommands, PaneSession, PaneState } from "../../sync/session.ts";

/** Something that the user asked for. */
export type Command<T> = (commands: PaneCommands) => Promise<Outcome<T>>;

interface Acts {
  /** Runs what the user asked for: what stopped the command before it is no news any more. */
  readonly run: <T>(command: Command<T>) => Promise<Outcome<T>>;
  readonly commands: PaneCommands;
}

/** The session as React listens to it. */
interface Store {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getState: () => PaneState;
}

const StoreContext = createContext<Store | null>(null);
const ActsContext = createContext<Acts | null>(null);

/** Gives the views their session. */
export function SessionProvider({
  session,
  children,
}: {
  readonly session: PaneSession;
  readonly children: ReactNode;
}) {
  const store = useMemo<Store>(
    () => ({
      subscribe: (listener) => session.subscribe(listener),
      getState: () => session.getState(),
    }),
    [session],
  );
  const acts = useMemo<Acts>(
    () => ({
      run(command) {
        if (session.getState().failure) session.commands.dismissFailure();
        return command(session.commands);
      },
      commands: session.commands,
    }),
    [session],
  );
  return (
    <StoreContext value={store}>
      <ActsContext value={acts}>{children}</ActsContext>
    </StoreContext>
  );
}

/** The pane's state; the component is drawn again whenever it changes. */
export function usePane(): PaneState {
  const store = required(use(StoreContext));
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** What the user can do. */
export function useActs(): Acts {
  return required(use(ActsContext));
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error("the pane was drawn outside its SessionProvider");
  return value;
}
