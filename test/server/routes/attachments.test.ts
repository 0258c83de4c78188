import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failureSchema } from "../../../shared/contract.ts";
import {
  attachmentLimits,
  attachmentSchema,
  attachmentsSchema,
  type Attachment,
  type Attachments,
} from "../../../shared/contract/attachments.ts";
import { indexOf, joined } from "../../../shared/attachments/bytes.ts";
import { exifBlock, jpegPhoto, pdfScan, pngPhoto } from "../../shared/attachments/samples.ts";
import { newId, row, startCompany, type Colleague, type Company } from "../support/company.ts";
import { visit } from "../support/rows.ts";

let company: Company;
let ana: Colleague;
let director: Colleague;

beforeAll(async () => {
  company = await startCompany();
  ana = await company.colleague("advisor", "Ana Asesora");
  director = await company.colleague("director");
});
afterAll(() => company.stop());

const photo = jpegPhoto({ exif: exifBlock() });

async function newVisit(): Promise<string> {
  const added = row("visits", visit(ana.id));
  expect(await ana.save(added)).toMatchObject({ result: "saved" });
  return `/attachments/visits/${added.id}`;
}

function send(who: Colleague, path: string, bytes: Uint8Array, query = "?name=foto.jpg&workbook=Libro") {
  return who.request(`${path}${query}`, {
    method: "POST",
    body: Uint8Array.from(bytes),
    headers: { "content-type": "application/octet-stream" },
  });
}

async function attached(path: string, bytes = photo, query?: string): Promise<Attachment> {
  const answer = await send(ana, path, bytes, query);
  expect(answer.status, await answer.clone().text()).toBe(200);
  return attachmentSchema.parse(await answer.json());
}

const listOf = async (path: string, who = ana): Promise<Attachments> =>
  attachmentsSchema.parse(await (await who.request(path)).json());

async function refusal(answer: Response): Promise<unknown> {
  return [answer.status, failureSchema.parse(await answer.json()).code];
}

test("what is attached is listed with who and when, and given back as a file to save", async () => {
  const path = await newVisit();
  const one = await attached(path, photo, "?name=Acta%20de%20visita.JPG&workbook=Libro%20de%20Ana");
  expect(one).toMatchObject({ name: "Acta de visita.JPG", by: "Ana Asesora", workbook: "Libro de Ana" });
  expect(await listOf(path)).toEqual({ attachments: [one], canAttach: true });
  const answer = await director.request(`${path}/${one.id}`);
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  expect(answer.headers.get("content-disposition")).toBe(
    "attachment; filename*=UTF-8''Acta%20de%20visita.JPG",
  );
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("content-security-policy")).toContain("sandbox");
  expect((await answer.arrayBuffer()).byteLength).toBe(one.bytes);
});

test("where a photo was taken is kept with consent only", async () => {
  const path = await newVisit();
  const given = async ({ id }: Attachment) =>
    new Uint8Array(await (await ana.request(`${path}/${id}`)).arrayBuffer());
  const bare = await attached(path);
  expect([bare.hasPosition, indexOf(await given(bare), "GPS")]).toEqual([false, -1]);
  const kept = await attached(path, photo, "?name=f.jpg&workbook=L&position=keep");
  expect(kept.hasPosition).toBe(true);
  expect(await given(kept)).toEqual(photo);
});

test("the same file twice on a row is one, whatever happened to the first answer", async () => {
  const path = await newVisit();
  const [one, again] = [await attached(path), await attached(path)];
  expect(again).toEqual(one);
  expect((await listOf(path)).attachments).toHaveLength(1);
});

test("a small picture is given once, by whoever attached the photo", async () => {
  const path = await newVisit();
  const { id } = await attached(path);
  expect((await ana.request(`${path}/${id}/thumbnail`)).status).toBe(404);
  const small = jpegPhoto();
  expect(await refusal(await send(director, `${path}/${id}/thumbnail`, small, ""))).toEqual([
    403,
    "forbidden",
  ]);
  expect(await refusal(await send(ana, `${path}/${id}/thumbnail`, pngPhoto(), ""))).toEqual([
    415,
    "attachment-type",
  ]);
  expect((await send(ana, `${path}/${id}/thumbnail`, small, "")).status).toBe(200);
  expect((await send(ana, `${path}/${id}/thumbnail`, jpegPhoto({ exif: exifBlock() }), "")).status).toBe(200);
  const answer = await ana.request(`${path}/${id}/thumbnail`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
});

test("removal asks for a reason, hides the content from everybody, and erases nothing", async () => {
  const path = await newVisit();
  const { id } = await attached(path, pdfScan(), "?name=acta.pdf&workbook=L");
  expect(await refusal(await ana.post(`${path}/${id}/remove`, { reason: "no" }))).toEqual([
    400,
    "bad-request",
  ]);
  expect((await ana.post(`${path}/${id}/remove`, { reason: "Es de otro usuario" })).status).toBe(200);
  expect((await listOf(path)).attachments).toMatchObject([
    { id, removed: { by: "Ana Asesora", reason: "Es de otro usuario" } },
  ]);
  expect(await refusal(await director.request(`${path}/${id}`))).toEqual([404, "not-found"]);
  expect((await ana.post(`${path}/${id}/remove`, { reason: "Otra vez igual" })).status).toBe(404);
  const folders = readdirSync(join(company.folder, "attachments"));
  expect(folders.length).toBeGreaterThan(0);
});

describe("refused, with a code of its own:", () => {
  test.each([
    ["a page by the name of a photo", new TextEncoder().encode("<html>"), [415, "attachment-type"]],
    ["half a photo", photo.subarray(0, 90), [422, "attachment-damaged"]],
    ["nothing", new Uint8Array(), [415, "attachment-type"]],
    [
      "more than fits",
      joined([jpegPhoto(), new Uint8Array(attachmentLimits.bytes)]),
      [413, "attachment-size"],
    ],
  ])("%s", async (_name, bytes, expected) => {
    const path = await newVisit();
    expect(await refusal(await send(ana, path, bytes))).toEqual(expected);
    expect((await listOf(path)).attachments).toEqual([]);
  });

  test("one more than a row holds", async () => {
    const path = await newVisit();
    const different = (place: number) => jpegPhoto({ exif: exifBlock(), behind: Uint8Array.of(place) });
    const query = "?name=f.jpg&workbook=L&position=keep";
    for (let place = 0; place < attachmentLimits.ofRow; place += 1)
      await attached(path, different(place), query);
    expect(await refusal(await send(ana, path, different(99), query))).toEqual([409, "attachments-full"]);
    expect((await listOf(path)).attachments).toHaveLength(attachmentLimits.ofRow);
  });

  test("a name or a row that is none", async () => {
    const path = await newVisit();
    expect(await refusal(await send(ana, path, photo, ""))).toEqual([400, "bad-request"]);
    expect(await refusal(await send(ana, path, photo, `?name=${"x".repeat(161)}&workbook=L`))).toEqual([
      400,
      "bad-request",
    ]);
    expect((await send(ana, "/attachments/visits/..%2F..%2Fsecret", photo)).status).toBe(400);
    expect((await send(ana, `/attachments/nada/${newId()}`, photo)).status).toBe(404);
  });
});

test("a name is text, never a place", async () => {
  const path = await newVisit();
  const name = encodeURIComponent("../../e\u202Etc/passwd\u0000.html");
  const { id, name: kept } = await attached(path, photo, `?name=${name}&workbook=L`);
  expect(kept).toBe(".. .. e tc passwd .html.jpg");
  const disposition = (await ana.request(`${path}/${id}`)).headers.get("content-disposition");
  expect(disposition).toBe("attachment; filename*=UTF-8''..%20..%20e%20tc%20passwd%20.html.jpg");
});

test("a void row shows what it had and takes nothing more", async () => {
  const path = await newVisit();
  const { id } = await attached(path);
  const rowId = path.split("/").at(-1) ?? "";
  const voiding = { sheet: "visits", rows: [{ id: rowId, base: 1 }], reason: "Repetida", workbook: "L" };
  await ana.post("/void", voiding);
  expect(await listOf(path)).toMatchObject({ attachments: [{ id }], canAttach: false });
  expect((await send(ana, path, pngPhoto())).status).toBe(403);
});

test("a validated row keeps the files that were vouched for, until it is returned", async () => {
  const path = await newVisit();
  const { id } = await attached(path);
  const rows = [{ id: path.split("/").at(-1) ?? "", base: 1 }];
  await director.post("/status", { sheet: "visits", rows, to: "validated", workbook: "L" });
  expect(await listOf(path)).toMatchObject({ attachments: [{ id }], canAttach: false });
  expect(await refusal(await send(ana, path, pngPhoto()))).toEqual([403, "forbidden"]);
  const removing = ana.post(`${path}/${id}/remove`, { reason: "Ya no hace falta" });
  expect(await refusal(await removing)).toEqual([403, "forbidden"]);
  const returned = { sheet: "visits", to: "returned", reason: "Falta el acta", workbook: "L" };
  await director.post("/status", { ...returned, rows: rows.map((one) => ({ ...one, base: 2 })) });
  await attached(path, pngPhoto());
  expect((await listOf(path)).attachments).toHaveLength(2);
});
