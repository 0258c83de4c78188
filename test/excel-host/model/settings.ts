import { ExcelCollection, ExcelObject, identity, itemByKey } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { itemNotFound } from "../protocol/host-error.ts";
import type { Session } from "./session.ts";

/** `Excel.SettingCollection`: what an add-in stores in the file. */
export class SettingCollection extends ExcelCollection<Setting> {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get items(): Setting[] {
    return Object.keys(this.#session.book.state.settings).map((key) => new Setting(this.#session, key));
  }

  add(key: string, value: unknown): Setting {
    const settings = { ...this.#session.book.state.settings, [key]: value ?? null };
    this.#session.book.setState({ settings }, { undoable: false });
    return new Setting(this.#session, key);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(key: string): Setting {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound(`setting ${key}`);
    return found;
  }

  getItemOrNullObject(key: string): Setting | null {
    return Object.hasOwn(this.#session.book.state.settings, key) ? new Setting(this.#session, key) : null;
  }

  override [itemByKey](key: unknown): Setting {
    return this.getItem(String(key));
  }
}

/** `Excel.Setting`. */
export class Setting extends ExcelObject {
  readonly #session: Session;
  readonly #key: string;

  constructor(session: Session, key: string) {
    super();
    this.#session = session;
    this.#key = key;
  }

  override [identity](): Identity {
    return { _Id: this.key };
  }

  get key(): string {
    this.#require();
    return this.#key;
  }

  get value(): unknown {
    this.#require();
    return this.#session.book.state.settings[this.#key];
  }

  set value(value: unknown) {
    this.#require();
    const settings = { ...this.#session.book.state.settings, [this.#key]: value };
    this.#session.book.setState({ settings }, { undoable: false });
  }

  delete(): void {
    this.#require();
    const { [this.#key]: _gone, ...settings } = this.#session.book.state.settings;
    this.#session.book.setState({ settings }, { undoable: false });
  }

  #require(): void {
    if (!Object.hasOwn(this.#session.book.state.settings, this.#key))
      throw itemNotFound(`setting ${this.#key}`);
  }
}
