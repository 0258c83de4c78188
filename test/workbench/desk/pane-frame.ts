import { create, find } from "../browser/dom.ts";

/** Excel lets people make the pane as wide as this, in pixels; it opens at the least. */
const widths = { least: 320, most: 450 };

export interface PaneFrame {
  iframe: HTMLIFrameElement;
  setOpen: (isOpen: boolean) => void;
  setWidth: (pixels: number) => void;
}

/** The pane beside the sheet: it can be closed, opened and made wider, and its page stays loaded meanwhile. */
export function createPaneFrame(): PaneFrame {
  const aside = find("#pane", HTMLElement);
  const divider = find("#divider", HTMLElement);
  const iframe = create("iframe", { title: "Panel de Ventas al Día" });
  aside.append(iframe);

  const setWidth = (pixels: number) => {
    const width = Math.min(widths.most, Math.max(widths.least, Math.round(pixels)));
    aside.style.width = `${width}px`;
    divider.setAttribute("aria-valuenow", String(width));
  };
  const setOpen = (isOpen: boolean) => void document.body.classList.toggle("pane-closed", !isOpen);

  divider.addEventListener("pointerdown", (event) => drag(divider, event, setWidth));
  divider.addEventListener("keydown", ({ key }) => {
    const step = key === "ArrowLeft" ? 10 : key === "ArrowRight" ? -10 : 0;
    if (step !== 0) setWidth(aside.offsetWidth + step);
  });
  find("#close-pane", HTMLElement).addEventListener("click", () => setOpen(false));
  setWidth(widths.least);
  return { iframe, setOpen, setWidth };
}

function drag(divider: HTMLElement, event: PointerEvent, setWidth: (pixels: number) => void): void {
  divider.setPointerCapture(event.pointerId);
  document.body.classList.add("resizing");
  const move = ({ clientX }: PointerEvent) => setWidth(window.innerWidth - clientX);
  const stop = () => {
    document.body.classList.remove("resizing");
    divider.removeEventListener("pointermove", move);
  };
  divider.addEventListener("pointermove", move);
  divider.addEventListener("lostpointercapture", stop, { once: true });
}
