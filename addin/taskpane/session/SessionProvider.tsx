import { createContext, use, useMemo, useRef, useSyncExternalStore, type ReactNode } from "react";
import type { Outcome, PaneCommands, PaneSession, PaneState } from "../../sync/session.ts";

/** Something that the user asked for. */
export type Command = (commands: PaneCommands) => Promise<Outcome<unknown>>;

interface Acts {
  /** Runs a command and remembers it, so that a failure can offer it again. */
  readonly run: (command: Command) => Promise<Outcome<unknown>>;
  /** Runs the last command again; nothing where none ran. */
  readonly retry: () => void;
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
  const last = useRef<Command | null>(null);
  const acts = useMemo<Acts>(() => {
    const run: Acts["run"] = (command) => {
      last.current = command;
      // What stopped the last command is no news once the user does something else about it.
      if (session.getState().failure) session.commands.dismissFailure();
      return command(session.commands);
    };
    return { run, retry: () => void (last.current && run(last.current)), commands: session.commands };
  }, [session]);
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
