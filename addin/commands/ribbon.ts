import type { RunningPaneSession } from "../sync/create-pane-session.ts";
import type { Outcome, PaneSession } from "../sync/session.ts";

/** The parts of Office that the ribbon needs. */
type RibbonOffice = Pick<typeof Office, "actions" | "addin">;

/** What a ribbon button does, by the id that the manifest gives its action. */
const commands: Readonly<Record<string, (session: PaneSession) => Promise<Outcome<unknown>>>> = {
  sincronizar: ({ commands: { synchronise } }) => synchronise(),
  validar: ({ commands: { validate } }) => validate(),
  actualizarTablas: ({ commands: { refreshTables } }) => refreshTables(),
};

/**
 * Ties the ribbon's buttons to the session that the pane shows. Where something needs a person (signing in, mistakes,
 * conflicts, a failure) the pane opens and says it.
 */
export function tieRibbon(office: RibbonOffice, session: () => Promise<RunningPaneSession>): void {
  for (const [id, command] of Object.entries(commands)) {
    office.actions.associate(id, (event: { completed(): void }) => {
      const pressed = session().then((begun) => press(office, begun, command));
      void pressed.finally(() => event.completed());
    });
  }
}

async function press(
  office: RibbonOffice,
  session: RunningPaneSession,
  command: (session: PaneSession) => Promise<Outcome<unknown>>,
): Promise<void> {
  await session.whenStarted();
  if (session.getState().phase !== "ready") {
    await office.addin.showAsTaskpane();
    return;
  }
  const outcome = await command(session);
  if (!outcome.ok || needsPerson(session)) await office.addin.showAsTaskpane();
}

function needsPerson(session: PaneSession): boolean {
  const { issues, conflicts } = session.getState();
  return conflicts.length > 0 || issues.some(({ issue }) => issue.severity === "error");
}
