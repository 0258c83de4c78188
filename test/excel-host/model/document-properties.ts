import { ExcelCollection, ExcelObject, identity, itemByKey } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { itemNotFound } from "../protocol/host-error.ts";
import type { Session } from "./session.ts";

/** `Excel.DocumentProperties`: what we use of them. */
export class DocumentProperties extends ExcelObject {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.#session);
  }
}

/** `Excel.CustomPropertyCollection`. */
class CustomPropertyCollection extends ExcelCollection<CustomProperty> {
  readonly #session: Session;

  constructor(session: Session) {
    super();
    this.#session = session;
  }

  get items(): CustomProperty[] {
    return [...this.#session.customProperties.keys()].map((key) => new CustomProperty(this.#session, key));
  }

  add(key: string, value: unknown): CustomProperty {
    this.#session.customProperties.set(key, value);
    return new CustomProperty(this.#session, key);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(key: string): CustomProperty {
    const found = this.getItemOrNullObject(key);
    if (!found) throw itemNotFound(`property ${key}`);
    return found;
  }

  getItemOrNullObject(key: string): CustomProperty | null {
    return this.#session.customProperties.has(key) ? new CustomProperty(this.#session, key) : null;
  }

  override [itemByKey](key: unknown): CustomProperty {
    return this.getItem(String(key));
  }
}

/** `Excel.CustomProperty`. */
class CustomProperty extends ExcelObject {
  readonly #session: Session;
  readonly #key: string;

  constructor(session: Session, key: string) {
    super();
    this.#session = session;
    this.#key = key;
  }

  override [identity](): Identity {
    return { _Id: this.#key };
  }

  get key(): string {
    return this.#key;
  }

  get value(): unknown {
    if (!this.#session.customProperties.has(this.#key)) throw itemNotFound(`property ${this.#key}`);
    return this.#session.customProperties.get(this.#key);
  }

  set value(value: unknown) {
    this.#session.customProperties.set(this.#key, value);
  }

  delete(): void {
    this.#session.customProperties.delete(this.#key);
  }
}
