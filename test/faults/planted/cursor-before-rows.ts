import type { PlantedBug } from "./planted-bug.ts";

export const cursorBeforeRows: PlantedBug = {
  name: "cursor-before-rows",
  breaks: "The place to go on from is kept before the rows stand in the sheet.",
  edits: [
    {
      file: "addin/sync/pane/synchronising.ts",
      find: "    acts,\n    signal,\n    now: deps.now,",
      put: "    acts,\n    signal,\n    saveCursor: (link) => deps.workbook.saveLinks([link], memory.workbookId),\n    now: deps.now,",
    },
    {
      file: "addin/sync/synchronise-link.ts",
      find: "const written = await writeBack(",
      put: `const early = pull.pages.at(-1)?.next;
      if (early) await world.saveCursor({ ...state.link, cursor: { ...early, person: world.me.person.id } });
      const written = await writeBack(`,
    },
  ],
};
