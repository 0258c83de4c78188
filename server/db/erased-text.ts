/** What stands where somebody wrote a text about a person whose data were erased. */
export const erasedText = "Anonimizado a solicitud del titular";
