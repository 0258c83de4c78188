import { demoAdvisors } from "./people.ts";

/** What part of each market an advisor carries, by e-mail; whoever is absent has no target there. */
export interface AdvisorShares {
  readonly regulated: Readonly<Record<string, number>>;
  readonly unregulated: Readonly<Record<string, number>>;
}

/** The six advisors share the regulated market; four of them sell special services too. */
export const advisorShares: AdvisorShares = {
  regulated: byAdvisor([20, 18, 17, 16, 15, 14]),
  unregulated: byAdvisor([30, 0, 28, 22, 20, 0]),
};

function byAdvisor(shares: readonly number[]): Readonly<Record<string, number>> {
  const entries = demoAdvisors.map(({ email }, place) => [email, shares[place] ?? 0] as const);
  return Object.fromEntries(entries.filter(([, share]) => share > 0));
}
