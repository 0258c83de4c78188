import type { Univer } from "@univerjs/presets";
import { EventHub } from "./events/event-hub.ts";
import { watchMutations } from "./events/watch-mutations.ts";
import { ADDIN, COAUTHOR, PERSON } from "./grid/actor.ts";
import { Book } from "./grid/book.ts";
import { Calculation } from "./grid/calculation.ts";
import type { UniverParts } from "./grid/univer-parts.ts";
import { createSession } from "./model/create-session.ts";
import type { Session } from "./model/session.ts";
import { Workbook } from "./model/workbook.ts";
import { Outbox } from "./outbox.ts";
import { markedCells } from "./marks/marked-cells.ts";
import type { MarkedCell } from "./marks/marked-cells.ts";
import { CellEdit } from "./protocol/cell-edit.ts";
import { Failures } from "./protocol/failures.ts";
import { Interjections } from "./protocol/interjections.ts";
import { interpret } from "./protocol/interpreter.ts";
import type { Batch, BatchAnswer } from "./protocol/messages.ts";
import { noTraffic } from "./protocol/traffic.ts";
import type { Traffic } from "./protocol/traffic.ts";
import { createTransport } from "./protocol/transport.ts";
import { followChanges } from "./state/follow-changes.ts";
import { followStructure } from "./state/follow-structure.ts";
import type { State } from "./state/state.ts";
import { tellFormulas } from "./state/tell-formulas.ts";
import { createPerson, sheetNamed } from "./user/person.ts";
import type { Person } from "./user/person.ts";

export interface ExcelHostOptions {
  /** What an opened workbook has besides its cells. */
  state?: Partial<State>;
  /** Separators and date order of what people type and see. */
  locale?: string;
  /** Bytes per request and per response; Excel on the web takes 5 MB. */
  payloadLimit?: number;
  /** Whether the add-in's writes go on the undo stack, or clear it as older Excels do. */
  addinUndo?: "undoable" | "clears";
  /** Whether a table also grows when the add-in writes below it. Excel's answer differs by platform: rely on neither. */
  tablesGrowUnderAddin?: boolean;
}

/** A workbook that answers Office.js, with a person sitting at it. */
export interface ExcelHost {
  /** Takes one message of the library; replies and events come through `onMessage`. */
  handle: (text: string) => Promise<void>;
  /** Called with each message for the library. */
  onMessage: (listener: (text: string) => void) => void;
  readonly traffic: Traffic;
  resetTraffic: () => void;
  readonly failures: Failures;
  readonly cellEdit: CellEdit;
  readonly interjections: Interjections;
  /** The person at the sheet; every act raises the events it raises in Excel. */
  readonly user: Person;
  /** A co-author in another Excel: the same acts, their events marked `Remote`. */
  readonly remote: Person;
  /** Tables, names, rules and the rest that Univer does not keep as Excel does. */
  readonly state: State;
  /** The cells of a sheet that conditional formats mark now. */
  markedCells: (sheet: string) => Promise<MarkedCell[]>;
  /** Resolves when formulas are calculated and all events were handed over. */
  settled: () => Promise<void>;
  dispose: () => void;
}

const FIVE_MEGABYTES = 5 * 1024 * 1024;

/**
 * Makes a host over a workbook in Univer. `univer` and `parts` must come from one and the same build of Univer.
 */
export function createExcelHost(
  univer: Univer,
  unitId: string,
  parts: UniverParts,
  options: ExcelHostOptions = {},
): ExcelHost {
  const book = new Book(univer, unitId, parts, options.locale ?? "es-CO");
  const events = new EventHub();
  const outbox = new Outbox(events);
  book.onStateChange = (before, after) => tellFormulas(book, before, after);
  const calculation = new Calculation(book);
  const session = createSession(book, events, calculation);
  const listening = [
    followStructure(book),
    watchMutations(book, events, followChanges(session, options)),
    calculation,
    outbox,
  ];
  const cellEdit = new CellEdit();
  const failures = new Failures();
  const interjections = new Interjections();
  let traffic = noTraffic();
  const transport = createTransport({
    traffic: () => traffic,
    failures,
    cellEdit,
    interjections,
    payloadLimit: options.payloadLimit ?? FIVE_MEGABYTES,
    carryOut: (batch) => carryOut(session, calculation, batch, options.addinUndo ?? "undoable"),
  });
  book.setState(options.state ?? {}, { undoable: false });
  return {
    handle: (text) => outbox.answer(() => transport(text)),
    onMessage: outbox.onMessage,
    get traffic() {
      return traffic;
    },
    resetTraffic: () => (traffic = noTraffic()),
    failures,
    cellEdit,
    interjections,
    user: createPerson(session, PERSON),
    remote: createPerson(session, COAUTHOR),
    get state() {
      return book.state;
    },
    markedCells: async (sheet) => {
      await calculation.settled();
      return markedCells(book, sheetNamed(session, sheet));
    },
    settled: async () => {
      await calculation.settled();
      await outbox.drained();
    },
    dispose: () => listening.forEach((part) => part.dispose()),
  };
}

/** One request of the add-in is one step to undo; or, in Excels where its writes cannot be undone, the end of undoing. */
async function carryOut(
  session: Session,
  calculation: Calculation,
  batch: Batch,
  addinUndo: "undoable" | "clears",
): Promise<BatchAnswer> {
  const { book } = session;
  const step = book.undo.begin();
  const answer = await interpret(
    {
      root: new Workbook(session),
      references: session.references,
      calculated: () => calculation.settled(),
      inAddinsName: (work) => step.run(() => book.as(ADDIN, work)),
    },
    batch,
  );
  const wrote = step.finish(addinUndo === "undoable");
  if (wrote && addinUndo === "clears") book.undo.forget();
  return answer;
}
