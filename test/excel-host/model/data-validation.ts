import { intersection } from "../grid/area.ts";
import type { Area } from "../grid/area.ts";
import { without } from "../grid/area-difference.ts";
import { requireUnprotected } from "../grid/enter-values.ts";
import { ExcelObject } from "../protocol/excel-object.ts";
import { invalidArgument } from "../protocol/host-error.ts";
import { ruleAsStored, validationType } from "../state/validation-rule.ts";
import type { ValidationState } from "../state/state.ts";
import { absolute } from "./named-items.ts";
import { RangeNavigation, areaOf } from "./range-navigation.ts";
import type { Range } from "./range.ts";
import type { Session } from "./session.ts";

type Facts = Omit<ValidationState, "area">;

const NONE: Facts = {
  rule: {},
  type: "None",
  ignoreBlanks: true,
  errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
  prompt: { message: "", showPrompt: true, title: "" },
};

/** `Excel.DataValidation` of a range. */
export class DataValidation extends ExcelObject {
  readonly #session: Session;
  readonly #range: Range;

  constructor(session: Session, range: Range) {
    super();
    this.#session = session;
    this.#range = range;
  }

  get type(): string {
    return this.#common()?.type ?? "Inconsistent";
  }

  get rule(): object {
    return this.#common()?.rule ?? {};
  }

  set rule(rule: unknown) {
    if (typeof rule !== "object" || rule === null) throw invalidArgument("rule");
    const stored = ruleAsStored(rule, (source) => this.#addressOf(source));
    this.#change({ rule: stored, type: validationType(stored) });
  }

  get ignoreBlanks(): boolean {
    return this.#common()?.ignoreBlanks ?? true;
  }

  set ignoreBlanks(ignoreBlanks: boolean) {
    this.#change({ ignoreBlanks });
  }

  get errorAlert(): object {
    return this.#common()?.errorAlert ?? NONE.errorAlert;
  }

  set errorAlert(errorAlert: Record<string, unknown>) {
    this.#change({ errorAlert: { ...NONE.errorAlert, ...errorAlert } });
  }

  get prompt(): object {
    return this.#common()?.prompt ?? NONE.prompt;
  }

  set prompt(prompt: Record<string, unknown>) {
    this.#change({ prompt: { ...NONE.prompt, ...prompt } });
  }

  clear(): void {
    requireUnprotected(this.#session.book, this.#range[areaOf].sheetId);
    this.#session.book.setState({ validations: this.#outside() }, { undoable: true });
  }

  /** What holds for the whole range; undefined when parts of it differ. */
  #common(): Facts | undefined {
    const area = this.#range[areaOf];
    const touching = this.#session.book.state.validations.filter((validation) =>
      intersection(validation.area, area),
    );
    const [first] = touching;
    if (!first) return NONE;
    const left = touching.reduce<Area[]>(
      (rest, { area: taken }) => rest.flatMap((part) => without(part, taken)),
      [area],
    );
    const agree = touching.every(
      (other) => JSON.stringify(factsOf(other)) === JSON.stringify(factsOf(first)),
    );
    return agree && !left.length ? first : undefined;
  }

  #change(change: Partial<Facts>): void {
    const area = this.#range[areaOf];
    requireUnprotected(this.#session.book, area.sheetId);
    const validation = { ...NONE, ...this.#common(), ...change, area };
    this.#session.book.setState({ validations: [...this.#outside(), validation] }, { undoable: true });
  }

  #outside(): ValidationState[] {
    const area = this.#range[areaOf];
    return this.#session.book.state.validations.flatMap((validation) =>
      without(validation.area, area).map((part) => ({ ...validation, area: part })),
    );
  }

  #addressOf(source: unknown): string {
    if (!(source instanceof RangeNavigation)) throw invalidArgument("list source");
    const area = source[areaOf];
    return `=${absolute(this.#session.book, area)}`;
  }
}

const factsOf = ({ area: _area, ...facts }: ValidationState): Facts => facts;
