import type { DemoPerson } from "../people.ts";

/**
 * Types somebody's e-mail and password into the sign-in form of a pane, as the browser's own password manager would:
 * the page hears real input events. Gives false where no form is to be seen.
 */
export function fillSignIn(page: Document, person: DemoPerson): boolean {
  const email = page.querySelector('input[type="email"], input[autocomplete="username"]');
  const password = page.querySelector('input[type="password"]');
  if (!isInput(email) || !isInput(password)) return false;
  type(email, person.email);
  type(password, person.password);
  password.focus();
  return true;
}

function isInput(element: Element | null): element is HTMLInputElement {
  return element?.tagName === "INPUT";
}

/** React keeps what it knows of a field on the instance: only the prototype's setter makes it see a change. */
function type(input: HTMLInputElement, text: string): void {
  const prototype: unknown = Object.getPrototypeOf(input);
  const descriptor = Object.getOwnPropertyDescriptor(prototype, "value");
  descriptor?.set?.call(input, text);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
