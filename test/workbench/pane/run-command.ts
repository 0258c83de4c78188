import { z } from "zod";

/** Where Office.js keeps what `Office.actions.associate` was given: by name, in capitals. */
const associations = z.object({
  actions: z.object({
    _association: z.object({
      mappings: z.record(z.string(), z.function({ input: [z.unknown()], output: z.unknown() })),
    }),
  }),
});

/** Runs a command of the ribbon as Excel does in a shared runtime. Throws where the add-in associated none by that name. */
export function runCommand(name: string): void {
  const { mappings } = associations.parse(Office).actions._association;
  const command = mappings[name.toUpperCase()];
  if (!command) throw new Error(`The add-in has no command ${name}`);
  command({ source: { id: name }, completed: () => undefined });
}
