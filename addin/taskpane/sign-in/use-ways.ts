import { useEffect, useState } from "react";
import { useActs, usePane } from "../session/SessionProvider.tsx";

/** Milliseconds for which the view waits to know its ways, so that nothing moves under somebody's hand. */
const patience = 500;

/** Asks the service how one signs in; true once it is known, or took too long for the form to wait. */
export function useWays(): boolean {
  const { commands } = useActs();
  const { directory } = usePane();
  const [settled, setSettled] = useState(directory !== null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), patience);
    void commands.loadWays().finally(() => setSettled(true));
    return () => clearTimeout(timer);
  }, [commands]);
  return settled;
}
