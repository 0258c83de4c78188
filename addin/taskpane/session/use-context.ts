import { useMemo } from "react";
import type { Me } from "../../../shared/contract.ts";
import { dayAt } from "../../../shared/colombia/day.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { usePane } from "./SessionProvider.tsx";
import { useNow } from "./use-now.ts";

const nobody: Pick<Me, "people" | "settings"> = { people: [], settings: {} };

/** What it takes to show canonical values: the company's people and the current day in Bogota. */
export function useReadingContext(): Context {
  const { people, settings } = usePane().me ?? nobody;
  const today = dayAt(useNow());
  return useMemo(
    () => ({ today, people: createDirectory(people), date1904: false, settings }),
    [people, settings, today],
  );
}
