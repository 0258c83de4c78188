import { ExcelCollection, ExcelObject, identity, itemByKey } from "../protocol/excel-object.ts";
import type { Identity } from "../protocol/excel-object.ts";
import { invalidArgument, itemNotFound } from "../protocol/host-error.ts";
import type { CustomXmlState } from "../state/state.ts";
import type { Session } from "./session.ts";

/** `Excel.CustomXmlPartCollection`, and its scoped form, which is the same over one namespace. */
export class CustomXmlPartCollection extends ExcelCollection<CustomXmlPart> {
  readonly #session: Session;
  readonly #namespace: string | undefined;

  constructor(session: Session, namespace?: string) {
    super();
    this.#session = session;
    this.#namespace = namespace;
  }

  get items(): CustomXmlPart[] {
    const parts = this.#session.book.state.customXml;
    const here = parts.filter(
      ({ namespaceUri }) => this.#namespace === undefined || namespaceUri === this.#namespace,
    );
    return here.map(({ id }) => new CustomXmlPart(this.#session, id));
  }

  add(xml: string): CustomXmlPart {
    const id = `{${crypto.randomUUID().toUpperCase()}}`;
    const customXml = [...this.#session.book.state.customXml, { id, xml, namespaceUri: namespaceOf(xml) }];
    this.#session.book.setState({ customXml }, { undoable: false });
    return new CustomXmlPart(this.#session, id);
  }

  getByNamespace(namespaceUri: string): CustomXmlPartCollection {
    return new CustomXmlPartCollection(this.#session, namespaceUri);
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(id: string): CustomXmlPart {
    const found = this.getItemOrNullObject(id);
    if (!found) throw itemNotFound(`custom XML part ${id}`);
    return found;
  }

  getItemOrNullObject(id: string): CustomXmlPart | null {
    return this.items.find((part) => part.id === id) ?? null;
  }

  getOnlyItem(): CustomXmlPart {
    const found = this.getOnlyItemOrNullObject();
    if (!found) throw itemNotFound("the only custom XML part");
    return found;
  }

  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const [only, ...others] = this.items;
    return only && !others.length ? only : null;
  }

  override [itemByKey](key: unknown): CustomXmlPart {
    return this.getItem(String(key));
  }
}

/** `Excel.CustomXmlPart`. */
export class CustomXmlPart extends ExcelObject {
  readonly #session: Session;
  readonly #id: string;

  constructor(session: Session, id: string) {
    super();
    this.#session = session;
    this.#id = id;
  }

  override [identity](): Identity {
    return { Id: this.#state.id };
  }

  get id(): string {
    return this.#state.id;
  }

  get namespaceUri(): string {
    return this.#state.namespaceUri;
  }

  getXml(): string {
    return this.#state.xml;
  }

  setXml(xml: string): void {
    const namespaceUri = namespaceOf(xml);
    const customXml = this.#session.book.state.customXml.map((part) =>
      part.id === this.#state.id ? { ...part, xml, namespaceUri } : part,
    );
    this.#session.book.setState({ customXml }, { undoable: false });
  }

  delete(): void {
    const customXml = this.#session.book.state.customXml.filter((part) => part !== this.#state);
    this.#session.book.setState({ customXml }, { undoable: false });
  }

  get #state(): CustomXmlState {
    const found = this.#session.book.state.customXml.find(({ id }) => id === this.#id);
    if (!found) throw itemNotFound(`custom XML part ${this.#id}`);
    return found;
  }
}

/** The namespace of the root element; `InvalidArgument` for what does not look like XML. */
function namespaceOf(xml: string): string {
  const [, prefix, attributes] =
    /^\s*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|\s)*<(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml) ?? [];
  if (attributes === undefined) throw invalidArgument("custom XML");
  const name = prefix ? `xmlns:${prefix}` : "xmlns";
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "";
}
