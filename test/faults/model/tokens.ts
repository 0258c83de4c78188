/** A value that somebody typed and that stands nowhere else. */
export interface Token {
  readonly text: string;
  readonly sheet: string;
  readonly column: string;
  /** Who typed it, and where. */
  readonly person: string;
  readonly desk: string;
}

/** How values that stand nowhere else are made, by what the column takes. */
const makers = {
  text: (number: number) => `Zq${padded(number, 7)}k`,
  mobile: (number: number) => `3009${padded(number, 6)}`,
  document: (number: number) => `119${padded(number, 7)}`,
  money: (number: number) => String(90_000_000 + number),
} as const;
export type TokenKind = keyof typeof makers;

const pattern = /Zq\d{7}k|(?<!\d)(?:3009\d{6}|119\d{7}|9\d{7})(?!\d)/g;
/** Counts on through all schedules of this process: they may share a service. */
let made = 0;

/** All that was typed in one schedule. */
export class Tokens {
  readonly #all = new Map<string, Token>();

  make(kind: TokenKind, of: Omit<Token, "text">): string {
    made += 1;
    const text = makers[kind](made);
    this.#all.set(text, { ...of, text });
    return text;
  }

  get(text: string): Token | undefined {
    return this.#all.get(text);
  }

  /** The tokens of this schedule that a text holds. */
  in(text: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const [token] of text.matchAll(pattern)) if (this.#all.has(token)) found.add(token);
    return found;
  }
}

const padded = (number: number, digits: number) => String(number).padStart(digits, "0");
