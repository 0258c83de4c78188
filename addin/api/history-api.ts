import { historySchema, type History } from "../../shared/contract/history.ts";
import {
  pushesSchema,
  undoAnswerSchema,
  undoPreviewSchema,
  type Pushes,
  type Undo,
  type UndoAnswer,
  type UndoPreview,
} from "../../shared/contract/undo.ts";
import type { ApiResult } from "./failure.ts";
import { request, type RequestDeps } from "./request.ts";

/** What the service keeps of what was: the versions of a row, and what one sent oneself. */
export interface HistoryApi {
  /** The versions of a row in which a column changed; `before` for those older than one. */
  ofCell(
    row: { readonly sheet: string; readonly rowId: string },
    column: string,
    before: number | null,
  ): Promise<ApiResult<History>>;
  pushes(): Promise<ApiResult<Pushes>>;
  previewUndo(act: string): Promise<ApiResult<UndoPreview>>;
  undo(undo: Undo): Promise<ApiResult<UndoAnswer>>;
}

export function createHistoryApi(deps: RequestDeps): HistoryApi {
  return {
    ofCell: ({ sheet, rowId }, column, before) =>
      request(deps, {
        path: `/history/${sheet}/${rowId}`,
        query: { column, ...(before === null ? {} : { before: String(before) }) },
        answer: historySchema,
      }),
    pushes: () => request(deps, { path: "/pushes", answer: pushesSchema }),
    previewUndo: (act) => request(deps, { path: `/pushes/${act}`, answer: undoPreviewSchema }),
    undo: (body) => request(deps, { path: "/undo", body, answer: undoAnswerSchema }),
  };
}
