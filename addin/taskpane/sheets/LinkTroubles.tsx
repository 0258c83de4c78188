import type { LinkSummary } from "../../sync/session.ts";
import { Notice } from "../parts/Notice.tsx";
import { useActs, type Command } from "../session/SessionProvider.tsx";
import { columnLabel } from "../session/definitions.ts";
import { troubleActLabels, troubleTexts, type TroubleAct } from "../text/trouble-sentences.ts";

/** What keeps a sheet from being read or written as it should, each with its ways out. */
export function LinkTroubles({ link }: { readonly link: LinkSummary }) {
  const { run } = useActs();
  // One command mends headers and columns alike; only what people call it differs.
  const restore: Command<undefined> = (commands) => commands.restoreHeaders(link.id);
  const commandOf: Readonly<Record<TroubleAct, Command<undefined>>> = {
    "restore-headers": restore,
    "restore-columns": restore,
    // The rows come back from the service; the broken table is no longer counted as this workbook's.
    "insert-again": async (commands) => {
      const inserted = await commands.insertFormat(link.sheet, { from: null });
      return inserted.ok ? commands.forgetLink(link.id) : inserted;
    },
    forget: (commands) => commands.forgetLink(link.id),
    "go-to": (commands) => commands.goTo(link.place),
  };
  const troubles = troubleTexts(link.troubles, (column) => columnLabel(link.sheet, column));
  return troubles.map(({ code, sentence, acts }) => (
    <Notice
      key={code}
      sentence={sentence}
      acts={acts.map((act) => ({
        label: troubleActLabels[act],
        onAct: () => void run(commandOf[act]),
      }))}
    />
  ));
}
