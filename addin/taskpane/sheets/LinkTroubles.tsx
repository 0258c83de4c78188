import type { LinkSummary, Trouble } from "../../sync/session.ts";
import { Notice } from "../parts/Notice.tsx";
import { useActs, type Command } from "../session/SessionProvider.tsx";
import { columnLabel } from "../session/definitions.ts";
import { troubleActLabels, troubleText, type TroubleAct } from "../text/trouble-sentences.ts";

/** What keeps a sheet from being read or written, each with its ways out. */
export function LinkTroubles({ link }: { readonly link: LinkSummary }) {
  return link.troubles.map((trouble) => <LinkTrouble key={keyOf(trouble)} link={link} trouble={trouble} />);
}

function LinkTrouble({ link, trouble }: { readonly link: LinkSummary; readonly trouble: Trouble }) {
  const { run } = useActs();
  const { sentence, acts } = troubleText(trouble, (column) => columnLabel(link.sheet, column));
  const commandsOf: Readonly<Record<TroubleAct, Command<undefined>>> = {
    "restore-headers": (commands) => commands.restoreHeaders(link.id),
    // The rows come back from the service; the broken table is no longer counted as this workbook's.
    "insert-again": async (commands) => {
      const inserted = await commands.insertFormat(link.sheet, { from: null });
      return inserted.ok ? commands.forgetLink(link.id) : inserted;
    },
    forget: (commands) => commands.forgetLink(link.id),
    "go-to": (commands) => commands.goTo(link.place),
  };
  return (
    <Notice
      sentence={sentence}
      acts={acts.map((act) => ({
        label: troubleActLabels[act],
        onAct: () => void run(commandsOf[act]),
      }))}
    />
  );
}

const keyOf = (trouble: Trouble): string =>
  "column" in trouble ? `${trouble.code} ${trouble.column}` : trouble.code;
