import type {
  ICellData,
  ICommandService,
  IMutationInfo,
  Injector,
  Univer,
  Workbook,
  Worksheet,
} from "@univerjs/presets";
import type { Area } from "./area.ts";
import { itemNotFound } from "../protocol/host-error.ts";
import { emptyState } from "../state/state.ts";
import type { State } from "../state/state.ts";
import { PERSON } from "./actor.ts";
import type { Actor } from "./actor.ts";
import type { Shift } from "./shift.ts";
import { UndoSteps } from "./undo-steps.ts";
import type { UniverParts } from "./univer-parts.ts";

/** A sheet's cells by row and column; absent where nothing is. */
export type Cells = Readonly<Record<number, Readonly<Record<number, ICellData>> | undefined>>;

export type CellMatrix = Record<number, Record<number, ICellData | null>>;

const SET_STATE = "excel-host.mutation.set-state";

/** One workbook in Univer, with the state that Univer does not keep: what every part of the model works on. */
export class Book {
  readonly univer: Univer;
  readonly unitId: string;
  readonly parts: UniverParts;
  /** BCP 47: decimal separators and date order of what people type and see. */
  readonly locale: string;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: Workbook;
  readonly undo: UndoSteps;
  actor: Actor = PERSON;
  /** True while Univer undoes or redoes: nothing may follow from what changes then. */
  isUndoing = false;
  /** True while sheets come, go, hide or show, when Univer switches between them of its own accord. */
  isArranging = false;
  /** The cells being inserted or deleted while others shift, which Excel tells as such and not as edits. */
  shifting: { area: Area; shift: Shift } | undefined;
  /** Told of each change of the state, undone and redone ones too. */
  onStateChange: (before: State, after: State) => void = () => undefined;
  #state: State = emptyState();

  constructor(univer: Univer, unitId: string, parts: UniverParts, locale: string) {
    this.univer = univer;
    this.unitId = unitId;
    this.parts = parts;
    this.locale = locale;
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(parts.ICommandService);
    const instances = this.injector.get(parts.IUniverInstanceService);
    const workbook = instances.getUnit<Workbook>(unitId, parts.UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Error(`Univer has no workbook ${unitId}`);
    this.workbook = workbook;
    this.undo = new UndoSteps(this.injector.get(parts.IUndoRedoService), unitId);
    this.commands.registerCommand(this.#setStateMutation());
    this.#noticeUndoing();
  }

  get state(): State {
    return this.#state;
  }

  /** The sheet in Univer; `ItemNotFound` once it is deleted. */
  sheet(sheetId: string): Worksheet {
    const found = this.workbook.getSheetBySheetId(sheetId);
    if (!found) throw itemNotFound(`worksheet ${sheetId}`);
    return found;
  }

  /** The cells of a sheet as Univer holds them: read only. */
  cells(sheetId: string): Cells {
    return cellsIn(this.sheet(sheetId));
  }

  /** Runs some work in somebody's name. */
  as<T>(actor: Actor, work: () => T): T {
    const before = this.actor;
    this.actor = actor;
    try {
      return work();
    } finally {
      this.actor = before;
    }
  }

  /** Arranges sheets without leaving the one on top, where Univer would jump to another. */
  stayingOnSheet(work: () => void): void {
    const before = this.workbook.getActiveSheet()?.getSheetId();
    this.isArranging = true;
    work();
    const sheet = before === undefined ? undefined : this.workbook.getSheetBySheetId(before);
    const isThere = sheet && sheet.getConfig().hidden !== 1;
    if (isThere) this.activate(before);
    this.isArranging = false;
  }

  /** Brings a sheet to the top. */
  activate(sheetId: string | undefined): void {
    const params = { unitId: this.unitId, subUnitId: sheetId };
    this.commands.syncExecuteCommand("sheet.operation.set-worksheet-active", params);
  }

  /** Executes mutations and puts them on the undo stack. Unit and sheet are filled in. */
  execute(redos: IMutationInfo[], undos: IMutationInfo[]): void {
    for (const { id, params } of redos) this.commands.syncExecuteCommand(id, params);
    if (undos.length) this.undo.push(redos, undos);
  }

  /** Replaces parts of the state, undoably when asked. */
  setState(change: Partial<State>, { undoable }: { undoable: boolean }): void {
    const mutation = this.stateMutation(change);
    this.execute([mutation.redo], undoable ? [mutation.undo] : []);
  }

  /** The mutations that replace parts of the state and put them back. */
  stateMutation(change: Partial<State>): { redo: IMutationInfo; undo: IMutationInfo } {
    const before: Partial<State> = {};
    for (const key of stateKeys(change)) Object.assign(before, { [key]: this.#state[key] });
    return {
      redo: { id: SET_STATE, params: { unitId: this.unitId, change } },
      undo: { id: SET_STATE, params: { unitId: this.unitId, change: before } },
    };
  }

  /** Ctrl+Z, whatever has the focus in Univer's interface. */
  undoLast(): void {
    this.#focused("univer.command.undo");
  }

  redoLast(): void {
    this.#focused("univer.command.redo");
  }

  #focused(commandId: string): void {
    this.injector.get(this.parts.IUniverInstanceService).focusUnit(this.unitId);
    this.commands.syncExecuteCommand(commandId);
  }

  #noticeUndoing(): void {
    const isUndo = (id: string): boolean => id === "univer.command.undo" || id === "univer.command.redo";
    this.commands.beforeCommandExecuted(({ id }) => {
      if (isUndo(id)) this.isUndoing = true;
    });
    this.commands.onCommandExecuted(({ id }) => {
      if (isUndo(id)) this.isUndoing = false;
    });
  }

  #setStateMutation() {
    return {
      id: SET_STATE,
      type: this.parts.CommandType.MUTATION,
      handler: (_accessor: unknown, params?: { unitId: string; change: Partial<State> }): boolean => {
        if (params?.unitId !== this.unitId) return true;
        const before = this.#state;
        this.#state = { ...before, ...params.change };
        this.onStateChange(before, this.#state);
        return true;
      },
    };
  }
}

/** Univer types absent cells as void, which nothing can be asked of. */
export const cellsIn = (sheet: Worksheet): Cells => sheet.getCellMatrix().getMatrix() as Cells;

const stateKeys = (change: Partial<State>): (keyof State)[] => {
  const keys: (keyof State)[] = [
    "tables",
    "names",
    "sheets",
    "validations",
    "conditionalFormats",
    "settings",
    "customXml",
    "tableStyles",
  ];
  return keys.filter((key) => key in change);
};
