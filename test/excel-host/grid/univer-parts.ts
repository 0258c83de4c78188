import type * as Presets from "@univerjs/presets";
import type * as Sheets from "@univerjs/presets/preset-sheets-node-core";

/**
 * What the model needs of Univer besides the instance itself: the identifiers of its services, which must come from
 * the same build of Univer that made the instance (CommonJS in Node, ES modules in a bundle).
 */
export type UniverParts = Pick<
  typeof Presets,
  | "ICommandService"
  | "IUndoRedoService"
  | "IUniverInstanceService"
  | "UniverInstanceType"
  | "CommandType"
  | "numfmt"
> &
  Pick<typeof Sheets, "SheetInterceptorService">;
