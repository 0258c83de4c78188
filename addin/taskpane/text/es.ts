import type { PeriodPreset } from "../tables/periods.ts";
import type { RowsChoice } from "../sheets/rows-choice.ts";
import { formatCount, plural } from "./numbers.ts";

/** Everything the pane says that does not depend on a code; the sentences for codes stand beside this file. */
export const es = {
  product: "Ventas al Día",
  outside: "Este panel trabaja dentro de Excel. Ábralo desde la pestaña Ventas al Día de la cinta.",
  places: {
    today: "Hoy",
    sheets: "Hojas",
    review: "Revisar",
    tables: "Tablas",
    people: "Personas",
    settings: "Ajustes",
  },
  placesLabel: "Secciones del panel",
  toReview: (count: number) => `${plural(count, "asunto", "asuntos")} por revisar`,
  troubled: (count: number) => plural(count, "hoja necesita atención", "hojas necesitan atención"),

  menu: {
    label: "Menú de la cuenta",
    help: "Cómo funciona",
    signOut: "Salir",
    close: "Cerrar",
  },
  help: [
    "Escriba en la hoja como siempre: lo nuevo queda pendiente hasta que oprima Sincronizar.",
    "Una celda con fondo rojo claro no se puede guardar así. En Revisar está el porqué y qué hacer.",
    "Si otra persona cambió la misma celda, usted elige cuál valor queda. Nada se reemplaza solo.",
    "Puede ordenar, filtrar, pegar y trabajar sin conexión. Las filas esperan en el libro.",
    "Con F6 pasa de la hoja al panel y vuelve; con las flechas recorre las listas y con Enter va a la celda.",
  ],

  signIn: {
    title: "Entrar",
    intro: "Use la cuenta que le dio el administrador.",
    again: "Su sesión venció. Entre de nuevo: lo escrito en el libro sigue ahí.",
    email: "Correo",
    password: "Contraseña",
    submit: "Entrar",
    busy: "Entrando…",
    back: "Volver",
    needEmail: "Escriba su correo.",
    needPassword: "Escriba su contraseña.",
    microsoft: "Entrar con Microsoft",
    introMicrosoft: "Use su cuenta de la empresa, o la que le dio el administrador.",
    orByEmail: "o con su correo",
    awaiting: "Su solicitud espera la aprobación del administrador.",
    awaitingNext:
      "Microsoft confirmó quién es usted. Cuando el administrador le dé un rol podrá entrar; su libro queda como está.",
    askAgain: "Consultar de nuevo",
    asking: "Consultando…",
    otherAccount: "Entrar con otra cuenta",
  },

  wayOut: { retry: "Reintentar", "sign-in": "Entrar", reload: "Volver a cargar el panel", none: "" },
  dismiss: "Cerrar el aviso",
  loading: "Cargando",

  today: {
    provisional: "provisional",
    expectedToday: (amount: string) => `Ritmo esperado hoy: ${amount}`,
    noTarget: "Sin meta",
    noTargetWhy:
      "Sin meta para el mes no hay porcentaje. La registra el Director de ventas en Presupuesto y metas.",
    explain: "Explicación",
    explainOf: (label: string) => `Explicación de ${label}`,
    history: "Últimos 12 meses",
    yearToDate: (year: string) => `Acumulado ${year}`,
    none: "Su cuenta no consulta indicadores. Lo de este libro está en Hojas.",
    goToSheets: "Ver las hojas",
    unavailable: "Los indicadores no están a la mano en este momento.",
    retry: "Traer de nuevo",
    own: "Sus resultados",
    company: "Toda la empresa",
  },

  detail: {
    back: "Hoy",
    executed: "Ejecutado",
    target: "Meta vigente",
    firstTarget: "Primera meta",
    firstPercent: "Contra la primera meta",
    expected: "Ritmo esperado hoy",
    byAdvisor: "Por asesor",
    nobody: "Sin asesor",
    noAdvisors: "Nadie tiene resultados este mes.",
    calculation: "Cómo se calcula",
    version: (version: number) => `Versión ${version} de la fórmula`,
    counts: "Qué cuenta",
    thresholds: (met: string, near: string) => `Se cumple desde ${met}; está cerca desde ${near}.`,
    provisional: "El mes no ha terminado: se divide por la meta de todo el mes.",
    withoutTarget: (months: string) => `Sin meta y fuera del acumulado: ${months}.`,
    asOf: (moment: string) => `Con lo guardado hasta el ${moment}`,
    previous: "Mes anterior",
    next: "Mes siguiente",
  },

  sheets: {
    title: "Este libro",
    empty:
      "Abra la hoja donde ya lleva sus datos y vincúlela: se reconoce qué es cada columna y no cambia nada sin su permiso.",
    insert: "Insertar formato",
    insertWhy: "Una hoja nueva con el formato oficial, para llenarla o consultarla.",
    validate: "Validar",
    allGood: "Nada por corregir",
    rows: (count: number) => plural(count, "fila", "filas"),
    pending: (count: number) => plural(count, "pendiente", "pendientes"),
    wrong: (count: number) => `${formatCount(count)}\u00a0por corregir`,
    inConflict: (count: number) => `${formatCount(count)}\u00a0en conflicto`,
    upToDate: "al día",
    elsewhere: (count: number) =>
      count === 1
        ? "Una cifra de este año no tiene renglón aquí."
        : `${formatCount(count)} cifras de este año no tienen renglón aquí.`,
    readOnly: "Solo lectura",
    neverSynced: "Sin sincronizar todavía",
    synced: "Sincronizada",
    goTo: (worksheet: string) => `Ir a la hoja ${worksheet}`,
    dialog: {
      title: "Insertar formato",
      record: "Registro",
      already: "Ya está en este libro.",
      readOnly: "Solo lectura.",
      rows: "Filas que trae",
      insert: "Insertar",
      cancel: "Cancelar",
      where: "Se inserta en una hoja nueva; lo que ya hay en el libro no se toca.",
    },
    rowsChoice: {
      none: "Ninguna, para llenarlo",
      month: "Las de este mes",
      quarter: "Las de los últimos 3 meses",
      all: "Todas",
    } satisfies Readonly<Record<RowsChoice, string>>,
  },

  review: {
    nothing: "Nada por revisar. Lo que necesite de usted aparece aquí.",
    summary: {
      wrong: (count: number) => plural(count, "celda por corregir", "celdas por corregir"),
      conflicts: (count: number) => plural(count, "conflicto", "conflictos"),
      returned: (count: number) => plural(count, "fila devuelta", "filas devueltas"),
      vanished: (count: number) => plural(count, "fila ausente", "filas ausentes"),
      warnings: (count: number) => plural(count, "aviso", "avisos"),
    },
    left: (count: number) =>
      count === 1
        ? "Una celda quedó como estaba: ya dice otra cosa."
        : `${plural(count, "celda quedó", "celdas quedaron")} como estaban: ya dicen otra cosa.`,
    selected: "Fila seleccionada",
    selectedClean: (row: number, sheet: string) => `Fila ${row} de ${sheet}: nada por revisar.`,
    place: (row: number, column: string) => `Fila ${row} · ${column}`,
    goTo: "Ir a la celda",
    goToPlace: (place: string) => `Ir a la celda: ${place}`,
    use: (text: string) => `Usar ${text}`,
    warning: "Aviso",
    more: (count: number) => `Mostrar ${formatCount(count)} más`,
    shown: (shown: number, total: number) => `${formatCount(shown)} de ${formatCount(total)}`,
  },

  conflict: {
    mine: "Usted",
    mineElsewhere: "Usted, en otro libro",
    before: "Antes",
    empty: "vacía",
    keepMine: "Dejar lo mío",
    takeOther: "Tomar lo del otro libro",
    takeTheirs: (name: string) => `Tomar lo de ${name}`,
    why: (count: number) =>
      count === 1
        ? "Usted y otra persona cambiaron esta celda. Elija cuál valor queda."
        : "Usted y otra persona cambiaron estas celdas. Elija en cada una cuál valor queda.",
    ofAll: (count: number) => `${formatCount(count)} conflictos en varias hojas.`,
    keepAllMine: "Dejar todo lo mío",
    takeAllTheirs: "Tomar todo lo de otros",
  },

  vanished: {
    why: (count: number) =>
      count === 1
        ? "Esta fila ya no está en la hoja, pero sigue guardada y cuenta. Tráigala de nuevo, déjela fuera de este libro o anúlela para que no cuente."
        : "Estas filas ya no están en la hoja, pero siguen guardadas y cuentan. Tráigalas de nuevo, déjelas fuera de este libro o anúlelas para que no cuenten.",
    unnamed: (sheet: string) => `Una fila de ${sheet}`,
    restore: "Restaurar",
    leaveOut: "Dejar fuera",
    leaveAllOut: (count: number) => `Dejar fuera las ${formatCount(count)}`,
    restoreAll: (count: number) => `Restaurar las ${formatCount(count)}`,
    void: "Anular…",
    voidAll: (count: number) => `Anular las ${formatCount(count)}…`,
    reason: "Motivo de la anulación",
    confirm: (count: number) => `Anular ${plural(count, "fila", "filas")}`,
  },

  tables: {
    insertTitle: "Insertar tabla",
    table: "Tabla",
    period: "Periodo",
    from: "Desde",
    to: "Hasta",
    month: "Mes",
    year: "Año",
    where: "Lugar",
    places: {
      "new-sheet": "En una hoja nueva",
      selection: "En la celda seleccionada",
    },
    insert: "Insertar",
    inserted: "En este libro",
    none: "Aún no hay tablas en este libro.",
    refresh: "Actualizar",
    refreshed: "Actualizada",
    neverRefreshed: "Sin actualizar todavía",
    missing: "La tabla ya no está en el libro.",
    backwards: "El periodo termina antes de empezar. Corrija los meses.",
    tooLong: (months: number) => `El periodo admite hasta ${months} meses. Acórtelo.`,
    notForRole: "Su cuenta no consulta tablas calculadas.",
    presets: {
      "this-month": "Este mes",
      "this-year": "Este año",
      "last-twelve": "Últimos 12 meses",
      other: "Otro periodo",
    } satisfies Readonly<Record<PeriodPreset, string>>,
  },
} as const;
