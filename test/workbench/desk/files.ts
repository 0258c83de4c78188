import { create } from "../browser/dom.ts";

/** Asks for a file and gives its bytes and name; nothing where nobody chose one. */
export function chooseFile(): Promise<{ bytes: Uint8Array; name: string } | undefined> {
  const input = create("input", { type: "file", accept: ".xlsx" });
  return new Promise((resolve, reject) => {
    input.addEventListener("cancel", () => resolve(undefined));
    input.addEventListener("change", () => {
      const file = input.files?.[0];
      if (!file) return resolve(undefined);
      file
        .arrayBuffer()
        .then((buffer) => resolve({ bytes: new Uint8Array(buffer), name: file.name }), reject);
    });
    input.click();
  });
}

/** Hands bytes to the browser as a download. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  create("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
