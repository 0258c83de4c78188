import type { StepFigures } from "./measure.ts";

/** From which multiple of the time a row costs more with ten times the rows: linear work stays near 1, quadratic nears 10. */
const suspicious = 2.5;

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** The steps as a table for people. */
export function describeSteps(rows: number, figures: readonly StepFigures[]): string {
  const header = [
    "step",
    "rows/s",
    "ms",
    "cpu ms",
    "in service",
    "trips",
    "kB to Excel",
    "kB from",
    "largest kB",
    "kB service",
  ];
  const lines = figures.map((figure) => [
    figure.step,
    whole.format((figure.rows * 1_000) / figure.milliseconds),
    whole.format(figure.milliseconds),
    whole.format(figure.processorMilliseconds),
    whole.format(figure.serviceMilliseconds),
    whole.format(figure.hostRoundTrips),
    kilobytes(figure.hostRequestBytes),
    kilobytes(figure.hostResponseBytes),
    kilobytes(figure.largestHostBytes),
    kilobytes(figure.serviceBytes),
  ]);
  return [`\n${whole.format(rows)} visits`, ...[header, ...lines].map(toLine)].join("\n");
}

export interface Growth {
  /** Processor time a row with many rows over that with few, by step. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly sentences: readonly string[];
}

/** How the time a row takes changes from the small run to the large one. */
export function compare(small: readonly StepFigures[], large: readonly StepFigures[]): Growth {
  const ratios = Object.fromEntries(
    small.flatMap((one) => {
      const other = large.find(({ step }) => step === one.step);
      return other ? [[one.step, Number((costOf(other) / costOf(one)).toFixed(2))] as const] : [];
    }),
  );
  const grown = Object.entries(ratios).filter(([, ratio]) => ratio >= suspicious);
  const list = Object.entries(ratios).map(([step, ratio]) => `${step} ${ratio}`);
  return {
    ratios,
    sentences: [
      `\nProcessor time a row, large over small: ${list.join(" · ")}`,
      grown.length === 0
        ? "No step grows quadratically (that would near 10)."
        : `Growing faster than the rows: ${grown.map(([step]) => step).join(", ")}.`,
    ],
  };
}

/** By processor time: the clock also counts what else the machine does. */
const costOf = ({ processorMilliseconds, rows }: StepFigures): number => processorMilliseconds / rows;
const kilobytes = (bytes: number): string => whole.format(bytes / 1_024);

const toLine = (cells: readonly string[]): string =>
  cells.map((cell, place) => (place === 0 ? cell.padEnd(14) : cell.padStart(12))).join("");
