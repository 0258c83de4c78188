import type { Sheet } from "../../shared/model/sheet.ts";
import { appendRows } from "./append-rows.ts";
import { insertComputedTable, standOfTables } from "./computed-table.ts";
import { addressOfDocument } from "./document-address.ts";
import { countsFrom1904 } from "./date-system.ts";
import { ExcelRefusal } from "./failure.ts";
import { insertFormat } from "./insert-format.ts";
import { knownRowsPart, readLinkTexts, rowNotesPart, saveLinkText } from "./link-part.ts";
import { layOut, shapeOf, type LinkLayout, type LinkShape } from "./link-layout.ts";
import { linkMatrix, unlink } from "./link-matrix.ts";
import { linkSheet } from "./link-sheet.ts";
import { locateTable } from "./locate-table.ts";
import { installMarkingRules } from "./marking-rules.ts";
import { createMatrixEditor, type LinkEditor } from "./matrix-editor.ts";
import { goToPlace } from "./navigate.ts";
import { putBack } from "./put-back.ts";
import { readActiveSheet, readSheet, worksheetIds } from "./read-grid.ts";
import { readRows } from "./read-rows.ts";
import type { LinkRecord } from "./registry.ts";
import { forgetTableRecord, readRegistry, saveLinks, saveTables } from "./registry-store.ts";
import { refreshComputedTable } from "./refresh-table.ts";
import { removeRows } from "./remove-rows.ts";
import { restoreDress } from "./restore-dress.ts";
import { restoreColumns } from "./restore-columns.ts";
import { restoreMatrixHeaders } from "./restore-matrix-headers.ts";
import type { Span } from "./spans.ts";
import { createRunner, type OfficeLibraries } from "./run.ts";
import { visibleRows } from "./visible-rows.ts";
import { watchWorkbook } from "./watch-workbook.ts";
import type { Editor, LinkReading, Opened, Workbook } from "./workbook.ts";
import { writeRows } from "./write-rows.ts";

/** The workbook behind Office's libraries. */
export function createWorkbook(office: OfficeLibraries): Workbook {
  const runner = createRunner(office);
  const { command, waiting, background } = runner;
  const documentAddress = () => addressOfDocument(office);
  return {
    isSupported: runner.isSupported,
    whenNobodyTypes: runner.whenNobodyTypes,
    open: (newId) =>
      background(async (context) => ({ ...(await open(context, newId)), address: documentAddress() })),
    command: (work) => command((context) => work(editorOf(context))),
    unasked: (work) => runner.unasked((context) => work(editorOf(context))),
    background: (work) => background((context) => work(editorOf(context))),
    isCellBeingEdited: runner.isCellBeingEdited,
    sparesUndo: runner.sparesUndo,
    saveLinks: (links, workbookId) => waiting((context) => saveLinks(context, links, workbookId)),
    saveKnownRows: (link, text) => waiting((context) => saveLinkText(context, knownRowsPart, link, text)),
    saveRowNotes: (link, text) => waiting((context) => saveLinkText(context, rowNotesPart, link, text)),
    forgetLink: (id) => waiting((context) => unlink(context, id)),
    visibleRows: (worksheetId, rows) => background((context) => visibleRows(context, worksheetId, rows)),
    insertFormat: (request, workbookId) => waiting((context) => insertFormat(context, request, workbookId)),
    readActiveSheet: () => waiting(readActiveSheet),
    readSheet: (id) => waiting((context) => readSheet(context, id)),
    worksheetIds: () => waiting(worksheetIds),
    putBack: (link) =>
      command((context) => (link.layout === "matrix" ? unlink(context, link.id) : putBack(context, link))),
    restoreColumns: (sheet, link, world) =>
      waiting(async (context) => {
        if (link.layout === "list") return restoreColumns(context, sheet, link, world);
        await restoreMatrixHeaders(context, link);
        return { link, added: [] };
      }),
    insertTable: (id, content, where, workbookId) =>
      waiting((context) => insertComputedTable(context, id, content, where, workbookId)),
    refreshTable: (record, content) => waiting((context) => refreshComputedTable(context, record, content)),
    standOfTables: (records) => background((context) => standOfTables(context, records)),
    saveTables: (tables, workbookId) => waiting((context) => saveTables(context, tables, workbookId)),
    forgetTable: (id) => waiting((context) => forgetTableRecord(context, id)),
    goTo: (place) => waiting((context) => goToPlace(context, place)),
    watch: (events) => background((context) => watchWorkbook(context, events)),
  };
}

async function open(context: Excel.RequestContext, newWorkbookId: string): Promise<Omit<Opened, "address">> {
  const { workbook } = context;
  workbook.load({ name: true });
  await context.sync();
  return {
    registry: await readRegistry(context, newWorkbookId),
    name: workbook.name,
    date1904: await countsFrom1904(context),
    knownRows: await readLinkTexts(context, knownRowsPart),
    rowNotes: await readLinkTexts(context, rowNotesPart),
  };
}

/** How often rows are added again that somebody's typing displaced. */
const attempts = 3;

function editorOf(context: Excel.RequestContext): Editor {
  const tables = tableEditorOf(context);
  const matrices = createMatrixEditor(context);
  const editorFor = ({ layout }: LinkRecord) => (layout === "matrix" ? matrices : tables);
  return {
    read: (sheet, link, world) => editorFor(link).read(sheet, link, world),
    readPart: async (sheet, link, places) =>
      link.layout === "matrix" ? null : readLink(context, sheet, link, places),
    write: (sheet, link, writes) => editorFor(link).write(sheet, link, writes),
    append: (sheet, link, rows, world) => editorFor(link).append(sheet, link, rows, world),
    remove: (sheet, link, rows) => editorFor(link).remove(sheet, link, rows),
    rule: (sheet, link) => editorFor(link).rule(sheet, link),
    dress: async (sheet, link, places, world) => {
      if (link.layout !== "matrix" && places.length > 0)
        await restoreDress(context, await requireLayout(context, sheet, link), sheet, world, places);
    },
    link: (request, workbookId) => linkSheet(context, request, workbookId),
    linkMatrix: (request, workbookId) => linkMatrix(context, request, workbookId),
  };
}

function tableEditorOf(context: Excel.RequestContext): LinkEditor {
  const layoutOf = (sheet: Sheet, link: LinkRecord) => requireLayout(context, sheet, link);
  return {
    read: (sheet, link) => readLink(context, sheet, link),
    write: async (sheet, link, writes) =>
      writes.length === 0 ? [] : writeRows(context, await layoutOf(sheet, link), writes),
    async append(sheet, link, rows, world) {
      let waiting = rows;
      for (let attempt = 0; attempt < attempts && waiting.length > 0; attempt += 1)
        waiting = await appendRows(context, await layoutOf(sheet, link), waiting, { sheet, context: world });
      return waiting;
    },
    remove: async (sheet, link, rows) =>
      rows.length === 0 ? [] : removeRows(context, await layoutOf(sheet, link), rows),
    async rule(sheet, link) {
      const ruledRows = installMarkingRules(await layoutOf(sheet, link), link.ruledRows);
      await context.sync();
      return { ...link, ruledRows };
    },
  };
}

async function readLink(
  context: Excel.RequestContext,
  sheet: Sheet,
  link: LinkRecord,
  places?: (shape: LinkShape) => readonly Span[],
): Promise<LinkReading> {
  const located = await locateTable(context, link);
  if (!located) return { troubles: [{ code: "table-missing" }], shape: null, rows: [], protected: false };
  const { layout, troubles } = layOut(sheet, link, located);
  if (!layout) return { troubles, shape: null, rows: [], protected: located.protected };
  const shape = shapeOf(layout);
  const rows = await readRows(context, layout, places?.(shape));
  return { troubles, shape, rows, protected: located.protected };
}

/** The layout for writing. Between reading and writing somebody may have deleted the table or protected its sheet. */
async function requireLayout(
  context: Excel.RequestContext,
  sheet: Sheet,
  link: LinkRecord,
): Promise<LinkLayout> {
  const located = await locateTable(context, link);
  const layout = located && layOut(sheet, link, located).layout;
  if (!layout) throw new ExcelRefusal({ code: "table-missing" });
  if (located.protected) throw new ExcelRefusal({ code: "protected", worksheet: located.worksheet });
  return layout;
}
