import { useMemo } from "react";
import { dayAt } from "../../../shared/colombia/day.ts";
import { createDirectory } from "../../../shared/model/directory.ts";
import type { Context } from "../../../shared/model/kind.ts";
import { usePane } from "./SessionProvider.tsx";
import { useNow } from "./use-now.ts";

const nobody: never[] = [];

/** What it takes to show canonical values: the company's people and the current day in Bogota. */
export function useReadingContext(): Context {
  const people = usePane().me?.people ?? nobody;
  const today = dayAt(useNow());
  return useMemo(() => ({ today, people: createDirectory(people), date1904: false }), [people, today]);
}
