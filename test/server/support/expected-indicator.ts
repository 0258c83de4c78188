/** A budget line with its values in the order in which they were saved. */
export interface BudgetLine {
  readonly month: number;
  readonly advisor: string | null;
  readonly municipality: string | null;
  readonly values: readonly number[];
  readonly voided: boolean;
}

export interface Execution {
  readonly month: number;
  readonly advisor: string | null;
  readonly value: number;
  readonly voided: boolean;
}

interface Aim {
  readonly target: number;
  readonly first: number;
}

/** The indicator of a past year by plain loops over what was entered, sharing nothing with the service. */
export function expectedIndicator(input: {
  readonly id: string;
  readonly year: number;
  readonly first: string;
  readonly last: string;
  readonly budget: readonly BudgetLine[];
  readonly done: readonly Execution[];
  /** The ids of the advisors by name. */
  readonly advisors: readonly string[];
}) {
  const budget = input.budget.filter((line) => !line.voided);
  const done = input.done.filter((one) => !one.voided);
  const number = (month: string) => Number(month.slice(5));
  const months = [];
  for (let month = number(input.first); month <= number(input.last); month += 1) {
    months.push(monthOf(input.year, month, budget, done, input.advisors));
  }
  let executed = 0;
  let target = 0;
  let firstTarget = 0;
  let executedAgainstFirst = 0;
  const withoutTarget: string[] = [];
  for (let month = 1; month <= number(input.last); month += 1) {
    const aim = companyAim(budget.filter((line) => line.month === month));
    if (!aim || aim.target === 0) {
      withoutTarget.push(nameOf(input.year, month));
      continue;
    }
    const inMonth = sum(done.filter((one) => one.month === month));
    executed += inMonth;
    target += aim.target;
    firstTarget += aim.first;
    if (aim.first > 0) executedAgainstFirst += inMonth;
  }
  return {
    indicator: input.id,
    unit: input.id === "regulated-execution" ? "users" : "pesos",
    formulaVersion: 1,
    thresholds: { met: 100, near: 90 },
    months,
    yearToDate: {
      first: nameOf(input.year, 1),
      last: input.last,
      provisional: false,
      figure: {
        ...figure(executed, { target, first: firstTarget }),
        firstPercent: firstTarget === 0 ? null : (executedAgainstFirst / firstTarget) * 100,
      },
      withoutTarget,
    },
  };
}

function monthOf(
  year: number,
  month: number,
  budget: readonly BudgetLine[],
  done: readonly Execution[],
  byName: readonly string[],
) {
  const lines = budget.filter((line) => line.month === month);
  const executions = done.filter((one) => one.month === month);
  const people = new Set([...lines, ...executions].map(({ advisor }) => advisor));
  const shares = byName
    .filter((advisor) => people.has(advisor))
    .map((advisor) => ({
      advisor: advisor as string | null,
      figure: figure(
        sum(executions.filter((one) => one.advisor === advisor)),
        advisorAim(lines.filter((line) => line.advisor === advisor)),
      ),
    }));
  const unnamed = executions.filter(({ advisor }) => advisor === null);
  if (unnamed.length > 0) shares.push({ advisor: null, figure: figure(sum(unnamed), undefined) });
  return {
    month: nameOf(year, month),
    provisional: false,
    expected: null,
    company: figure(sum(executions), companyAim(lines)),
    advisors: shares,
  };
}

function companyAim(lines: readonly BudgetLine[]): Aim | undefined {
  const whole = lines.filter((line) => line.advisor === null && line.municipality === null);
  if (whole.length > 0) return total(whole);
  const advisors = new Set(lines.map(({ advisor }) => advisor).filter((advisor) => advisor !== null));
  if (advisors.size > 0) {
    const aims = [...advisors].map((advisor) => advisorAim(lines.filter((line) => line.advisor === advisor)));
    return aims.reduce<Aim>(
      (one, aim) => ({ target: one.target + (aim?.target ?? 0), first: one.first + (aim?.first ?? 0) }),
      {
        target: 0,
        first: 0,
      },
    );
  }
  return total(lines);
}

function advisorAim(lines: readonly BudgetLine[]): Aim | undefined {
  const alone = lines.filter((line) => line.municipality === null);
  return total(alone.length > 0 ? alone : lines);
}

function total(lines: readonly BudgetLine[]): Aim | undefined {
  if (lines.length === 0) return undefined;
  let target = 0;
  let first = 0;
  for (const { values } of lines) {
    target += values.at(-1) ?? 0;
    first += values[0] ?? 0;
  }
  return { target, first };
}

function figure(executed: number, aim: Aim | undefined) {
  const target = aim && aim.target !== 0 ? aim.target : null;
  const firstTarget = aim && aim.first !== 0 ? aim.first : null;
  const percent = target === null ? null : (executed / target) * 100;
  const firstPercent = firstTarget === null ? null : (executed / firstTarget) * 100;
  let state = "no-target";
  if (percent !== null) state = percent >= 100 ? "met" : percent >= 90 ? "near" : "missed";
  return { executed, target, firstTarget, percent, firstPercent, state };
}

const sum = (executions: readonly Execution[]) => executions.reduce((all, { value }) => all + value, 0);
const nameOf = (year: number, month: number) => `${year}-${String(month).padStart(2, "0")}`;
