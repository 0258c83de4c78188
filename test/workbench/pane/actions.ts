/** A command of the ribbon, called with the event that Excel gives it. */
type Action = (event: { source: { id: string }; completed: () => void }) => unknown;

/** `Office.actions` as office.js defines it, and the ribbon's end of it. */
export interface Actions {
  associate: (name: string, action: Action) => void;
}

/** Commands by name, without regard to case, as in office.js. */
export function createActions(): { actions: Actions; run: (name: string) => void } {
  const associated = new Map<string, Action>();
  const run = (name: string) => {
    const action = associated.get(name.toUpperCase());
    if (!action) throw new Error(`The add-in has no command ${name}`);
    action({ source: { id: name }, completed: () => undefined });
  };
  return { actions: { associate: (name, action) => void associated.set(name.toUpperCase(), action) }, run };
}
