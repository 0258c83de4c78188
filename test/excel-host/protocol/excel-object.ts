/** What an object tells of itself when its path is instantiated: its public id, or a private key of its collection. */
export interface Identity {
  Id?: string | number;
  _Id?: string | number;
}

export const identity = Symbol("identity");
export const referenceId = Symbol("referenceId");
export const itemByKey = Symbol("itemByKey");

/**
 * Base of every object of the model. Members that Office.js may call are the documented names on the prototype;
 * everything internal hides behind symbols and private fields, so that the interpreter cannot reach it.
 */
export abstract class ExcelObject {
  /** Set while the library keeps a reference to the object across batches. */
  [referenceId]: string | undefined;

  [identity](): Identity {
    return {};
  }
}

/** A collection: `items` in order, and lookup by key or by position for the library's indexer paths. */
export abstract class ExcelCollection<Item extends ExcelObject> extends ExcelObject {
  abstract get items(): Item[];

  abstract [itemByKey](key: unknown): Item;
}
