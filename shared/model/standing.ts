/**
 * How a row that the service has stands with those who verify it. A draft (*Borrador*) is a row that was not sent yet,
 * which only its workbook knows; that a row is void (*Anulado*) is kept apart, as it comes back as it stood.
 */
export const standings = ["sent", "validated", "returned"] as const;
export type Standing = (typeof standings)[number];
