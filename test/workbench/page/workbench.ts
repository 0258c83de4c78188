import { appearances, toAppearance } from "../appearance.ts";
import { button, create, find, menu } from "../browser/dom.ts";

/** What the address of the page says, so that reloading shows the same again. */
const wanted = new URLSearchParams(location.search);

/** Whom the desks are for at first: somebody who fills sheets, and somebody who looks at the result. */
const desks = [
  { id: "1", person: "advisor" },
  { id: "2", person: "quality" },
];

const top = find("#top", HTMLElement);
const frames = find("#desks", HTMLElement);
let appearance = toAppearance(wanted.get("tema"));

top.append(peopleSwitch(), themeMenu());
dress();
showDesks(wanted.get("personas") === "2" ? 2 : 1);

/** One desk or two side by side; the first stays as it is while the second comes and goes. */
function showDesks(count: number): void {
  const shown = frames.querySelectorAll("iframe");
  for (const frame of [...shown].slice(count)) frame.remove();
  for (const { id, person } of desks.slice(shown.length, count)) frames.append(deskFrame(id, person));
  for (const choice of top.querySelectorAll("[data-count]")) {
    choice.setAttribute("aria-pressed", String(choice.getAttribute("data-count") === String(count)));
  }
  remember("personas", String(count));
}

function deskFrame(id: string, person: string): HTMLIFrameElement {
  const query = new URLSearchParams({ desk: id, person, tema: appearance });
  const workbook = wanted.get(`libro${id}`);
  if (workbook) query.set("libro", workbook);
  return create("iframe", { id: `desk-${id}`, title: `Libro ${id}`, src: `/workbench/desk.html?${query}` });
}

function peopleSwitch(): HTMLElement {
  const choices = ["Una persona", "Dos personas"].map((label, index) =>
    button({ "data-count": String(index + 1), "aria-pressed": "false" }, [label], () => showDesks(index + 1)),
  );
  return create("div", { class: "group", role: "group", "aria-label": "Personas" }, ...choices);
}

function themeMenu(): HTMLElement {
  const choice = menu("Tema", [{ options: [...appearances] }], (value) => {
    appearance = toAppearance(value);
    remember("tema", appearance);
    dress();
  });
  choice.id = "theme";
  choice.value = appearance;
  return choice;
}

function dress(): void {
  document.documentElement.dataset["appearance"] = appearance;
  for (const frame of frames.querySelectorAll("iframe")) {
    frame.contentWindow?.postMessage({ workbench: "appearance", appearance }, location.origin);
  }
}

function remember(name: string, value: string): void {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(undefined, "", address);
}
