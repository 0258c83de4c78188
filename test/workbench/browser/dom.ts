type Attributes = Record<string, string | boolean | undefined>;

/** An element with attributes and content; `true` sets an attribute without a value, `false` leaves it out. */
export function create<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...content);
  return element;
}

/** The element that the page must have. Throws where it has not. */
export function find<Type extends HTMLElement>(selector: string, type: new () => Type): Type {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page has no ${selector}`);
  return found;
}

/** A button that does something when pressed. */
export function button(
  attributes: Attributes,
  content: (Node | string)[],
  press: () => void,
): HTMLButtonElement {
  const element = create("button", { type: "button", ...attributes }, ...content);
  element.addEventListener("click", press);
  return element;
}

/** A menu of choices; `choose` hears the value of the chosen one. */
export function menu(
  label: string,
  groups: { label?: string; options: { value: string; label: string }[] }[],
  choose: (value: string) => void,
): HTMLSelectElement {
  const element = create("select", { "aria-label": label, title: label });
  for (const group of groups) {
    const options = group.options.map(({ value, label: text }) => create("option", { value }, text));
    element.append(...(group.label ? [create("optgroup", { label: group.label }, ...options)] : options));
  }
  element.addEventListener("change", () => choose(element.value));
  return element;
}
