import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { manifestProblems } from "../../tools/manifest/check.ts";
import { manifestFor } from "../../tools/manifest/publish.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const ASSETS = join(ROOT, "addin/assets");
const manifest = readFileSync(join(ROOT, "manifest.xml"), "utf8");

/** What to change in the true manifest, and what the check must then say. */
const mistakes: readonly [says: string, before: string | RegExp, after: string, sentence: string][] = [
  ["text that is no XML", "</Hosts>", "</Host>", "unexpected close tag"],
  [
    "a missing element",
    /<ProviderName>.*<\/ProviderName>/,
    "",
    "<OfficeApp>: falta <ProviderName>, o no está en su lugar",
  ],
  [
    "elements out of order",
    /(<Label resid="Tab.Label" \/>)/,
    "<Label resid='Tab.Label'/><Label resid='Tab.Label'/>",
    "está 2 veces",
  ],
  [
    "an element that does not belong",
    "<Permissions>",
    "<Allow/><Permissions>",
    "<Allow> no puede estar aquí dentro de <OfficeApp>",
  ],
  ["an id that is no GUID", "3ec9b6fb-", "", "<Id> debe ser un GUID"],
  ["a version of three numbers", "1.0.0.0", "1.0.0", "<Version> debe tener cuatro números"],
  ["another kind of add-in", 'xsi:type="TaskPaneApp"', 'xsi:type="ContentApp"', "TaskPaneApp"],
  ["another host", 'Name="Workbook"', 'Name="Document"', "el único <Host> debe ser Workbook"],
  ["a permission that does not exist", "ReadWriteDocument", "Everything", "<Permissions> no es un permiso"],
  ["no requirement", /<Set Name="ExcelApi".*\/>/, "", "<Requirements> no pide ExcelApi"],
  [
    "a label that is too long",
    '"Este libro"',
    `"${"x".repeat(126)}"`,
    '<String id="Workbook.Group"> tiene 126 caracteres y caben 125',
  ],
  ["a description that is too long", '"Registra visitas', `"${"x".repeat(250)}`, "<Description> tiene"],
  ["an empty text", '"Sincronizar"', '""', '<String id="Sync.Label"> está vacío'],
  [
    "a text without its English",
    /<bt:Override Locale="en-US" Value="Sync" \/>/,
    "",
    '<String id="Sync.Label"> no tiene texto en inglés',
  ],
  [
    "an address without https",
    "https://localhost:3000/taskpane.html",
    "http://localhost:3000/taskpane.html",
    "no es una dirección https",
  ],
  [
    "an address elsewhere",
    "https://localhost:3000/assets/sync-32.png",
    "https://example.org/sync-32.png",
    "no está en https://localhost:3000",
  ],
  [
    "a resid that resolves to nothing",
    'resid="Sync.Tip"',
    'resid="Sync.Tap"',
    "<Description>: no hay ningún recurso «Sync.Tap»",
  ],
  [
    "a resid into the wrong list",
    '<Description resid="Sync.Tip"',
    '<Description resid="Sync.Label"',
    "«Sync.Label» está en <ShortStrings>",
  ],
  ["a resid that is too long", /"Sync\.Tip"/g, `"${"S".repeat(33)}"`, "tiene 33 caracteres y caben 32"],
  [
    "a resource that nobody uses",
    '<Description resid="Sync.Tip" />',
    '<Description resid="Validate.Tip" />',
    "nadie usa el recurso «Sync.Tip»",
  ],
  [
    "an id twice",
    'id="VentasAlDia.Validate"',
    'id="VentasAlDia.Sync"',
    "el id «VentasAlDia.Sync» está repetido",
  ],
  [
    "an icon without one of its sizes",
    '<bt:Image size="80" resid="Tables.80" />',
    "",
    "<Icon> no tiene la imagen de 80 píxeles",
  ],
  [
    "an icon of other dimensions",
    "assets/tables-80.png",
    "assets/tables-32.png",
    "tables-32.png mide 32×32 píxeles y debe medir 80×80",
  ],
  [
    "an icon that is not there",
    "assets/tables-80.png",
    "assets/table-80.png",
    "no existe el icono table-80.png",
  ],
  [
    "an action without its function",
    "<FunctionName>validar</FunctionName>",
    "",
    "la acción ExecuteFunction necesita <FunctionName>",
  ],
  [
    "an action that does not exist",
    'xsi:type="ShowTaskpane"',
    'xsi:type="ShowPane"',
    "la acción «ShowPane» no existe",
  ],
  ["no shared runtime", 'lifetime="long"', 'lifetime="short"', 'falta un <Runtime lifetime="long">'],
  [
    "commands on another page",
    '<FunctionFile resid="Pane.Url" />',
    '<FunctionFile resid="Other.Url" />',
    "«Other.Url» no es la página compartida",
  ],
];

describe("the check of the manifest", () => {
  test("finds nothing in ours", () => {
    expect(manifestProblems(manifest, ASSETS)).toEqual([]);
  });

  test.each(mistakes)("finds %s", (_says, before, after, sentence) => {
    const broken = manifest.replace(before, after);
    expect(broken).not.toBe(manifest);
    const sentences = manifestProblems(broken, ASSETS).map(({ text }) => text);
    expect(sentences.join("\n")).toContain(sentence);
  });

  test("tells the line", () => {
    const broken = manifest.replace("<Version>1.0.0.0", "<Version>1");
    const line = manifest.split("\n").findIndex((text) => text.includes("<Version>")) + 1;
    expect(manifestProblems(broken, ASSETS)).toEqual([
      { line, text: "<Version> debe tener cuatro números separados por puntos: «1»" },
    ]);
  });
});

describe("the manifest for a public address", () => {
  test.each(["https://ventas.example.co", "https://ventas.example.co/", "https://example.co/ventas/"])(
    "for %s",
    (address) => {
      const published = manifestFor(address, manifest);
      const text = "text" in published ? published.text : "";
      expect(text).toContain(`"${address.replace(/\/$/, "")}/taskpane.html"`);
      expect(text).not.toContain("localhost");
      expect(text).toContain("<Id>3ec9b6fb-3e1b-4cf0-bd11-6ce08e2b267e</Id>");
      expect(manifestProblems(text, ASSETS)).toEqual([]);
    },
  );

  test.each([
    ["http://ventas.example.co", "Office solo abre direcciones https."],
    ["ventas", "«ventas» no es una dirección"],
    ["https://ventas.example.co/?a=1", "Escriba solo el servidor"],
  ])("refuses %s", (address, sentence) => {
    expect(manifestFor(address, manifest)).toEqual({ problem: expect.stringContaining(sentence) });
  });
});
