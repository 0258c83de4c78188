import { readyRows } from "../../sync/ready-rows.ts";
import type { Activity, PaneState } from "../../sync/session.ts";
import { es } from "./es.ts";
import { formatCount, plural } from "./numbers.ts";

/** What the foot's icon and colour say. */
export type Tone = "saved" | "waiting" | "working" | "troubled" | "offline" | "expired" | "empty";

/** The one primary act of the frame. */
export type FootAct = "synchronise" | "receive" | "refresh-tables" | "sign-in" | "cancel" | "none";

/** The state of the whole workbook in one sentence. */
export interface FootState {
  readonly tone: Tone;
  readonly sentence: string;
  /** The instant that dates the sentence, where it speaks of the past. */
  readonly moment: string | null;
  /** The instant at which the pane tries again by itself, where it does. */
  readonly next?: string;
  readonly act: FootAct;
  readonly actLabel: string;
}

/** What the foot says and offers. What stops everything comes first, then what waits, then that all is well. */
export function footState(state: PaneState): FootState {
  if (state.activity.kind === "working") return working(state.activity);
  const waiting = waitingRows(state);
  const sync = { act: "synchronise", actLabel: syncLabel(state) } as const;
  if (state.connection === "session-expired") {
    const sentence = withWaiting("Sesión vencida", waiting);
    return { tone: "expired", sentence, moment: null, act: "sign-in", actLabel: es.wayOut["sign-in"] };
  }
  if (state.connection === "offline") return unreachable("Sin conexión", state);
  if (state.isPaused) return unreachable("Servicio en pausa", state);
  const unsent = waiting === 0 ? [] : [plural(waiting, "fila sin enviar", "filas sin enviar")];
  const troubled = troubledLinks(state);
  if (troubled > 0) {
    // What such a sheet holds may not even be counted, so nothing is called saved.
    return {
      tone: "troubled",
      sentence: [...unsent, es.troubled(troubled)].join(" · "),
      moment: null,
      ...sync,
    };
  }
  if (unsent[0] !== undefined) {
    const more = state.incoming === 0 ? [] : [`${formatCount(state.incoming)} por traer`];
    return { tone: "waiting", sentence: [unsent[0], ...more].join(" · "), moment: null, ...sync };
  }
  if (state.incoming > 0) {
    const sentence = plural(state.incoming, "fila por traer", "filas por traer");
    return { tone: "waiting", sentence, moment: null, act: "receive", actLabel: "Traer cambios" };
  }
  if (state.links.length === 0) return withoutLinks(state);
  const never = neverSynced(state);
  if (never !== null) return { tone: "waiting", sentence: never, moment: null, ...sync };
  return { tone: "saved", sentence: "Todo guardado", moment: state.lastSync, ...sync };
}

/** Rows whose cells the service does not have yet, for whatever reason. */
function waitingRows({ links }: PaneState): number {
  return links.reduce((sum, { pending }) => sum + pending, 0);
}

/** How many sheets cannot be read or written as they should. */
export const troubledLinks = ({ links }: Pick<PaneState, "links">): number =>
  links.filter(({ troubles }) => troubles.length > 0).length;

/** That sheets were never synchronised: all of them, or how many; null where each was. */
function neverSynced({ links, lastSync }: PaneState): string | null {
  const count = links.filter((link) => link.lastSync === null).length;
  if (lastSync === null || count === links.length) return es.sheets.neverSynced;
  return count === 0 ? null : `${plural(count, "hoja", "hojas")} sin sincronizar todavía`;
}

function syncLabel({ links }: PaneState): string {
  const ready = links.reduce((sum, link) => sum + readyRows(link), 0);
  return ready === 0 ? "Sincronizar" : `Sincronizar ${formatCount(ready)}`;
}

/** The service cannot be had: what waits for it, and when the pane tries again. */
function unreachable(why: string, state: PaneState): FootState {
  const waiting = waitingRows(state);
  const { retryAt } = state;
  return {
    tone: "offline",
    sentence: withWaiting(why, waiting),
    moment: waiting === 0 && retryAt === null ? state.lastSync : null,
    ...(retryAt === null ? {} : { next: retryAt }),
    act: "synchronise",
    actLabel: retryAt === null ? es.wayOut.retry : "Reintentar ahora",
  };
}

function withWaiting(sentence: string, waiting: number): string {
  return waiting === 0 ? sentence : `${sentence} · ${plural(waiting, "fila espera", "filas esperan")}`;
}

function withoutLinks(state: PaneState): FootState {
  const tables = state.tables.filter(({ missing }) => !missing);
  if (tables.length === 0)
    return {
      tone: "empty",
      sentence: "Este libro aún no tiene formatos",
      moment: null,
      act: "none",
      actLabel: "",
    };
  const moments = tables.flatMap(({ refreshedAt }) => (refreshedAt === null ? [] : [refreshedAt]));
  const oldest = moments.toSorted()[0] ?? null;
  const sentence = oldest === null ? "Tablas sin actualizar" : "Tablas actualizadas";
  return { tone: "saved", sentence, moment: oldest, act: "refresh-tables", actLabel: "Actualizar tablas" };
}

type Work = Extract<Activity, { kind: "working" }>;

const verbs: Readonly<Record<Work["what"], string>> = {
  inserting: "Insertando",
  examining: "Examinando la hoja",
  linking: "Vinculando",
  unlinking: "Deshaciendo el vínculo",
  repairing: "Reparando",
  undoing: "Deshaciendo el envío",
  validating: "Validando",
  sending: "Enviando",
  receiving: "Trayendo",
  refreshing: "Actualizando",
};

const halfTyped = "Hay una celda a medio escribir. Oprima Enter en la hoja para seguir…";

function working({ what, done, total, waitsForCell }: Work): FootState {
  const amount = total > 0 ? ` ${formatCount(done)} de ${formatCount(total)}` : "";
  return {
    tone: waitsForCell ? "waiting" : "working",
    sentence: waitsForCell ? halfTyped : `${verbs[what]}${amount}…`,
    moment: null,
    act: "cancel",
    actLabel: "Cancelar",
  };
}

/**
 * What a screen reader hears of the foot: neither the passing minutes nor all progress but each quarter, which would
 * interrupt people all the time.
 */
export function announcement(state: PaneState): string {
  const { activity } = state;
  if (activity.kind === "idle" || activity.waitsForCell) return footState(state).sentence;
  const quarter = activity.total > 0 ? Math.floor((activity.done / activity.total) * 4) * 25 : 0;
  return quarter === 0 ? `${verbs[activity.what]}…` : `${verbs[activity.what]}: ${quarter}\u00a0%`;
}
