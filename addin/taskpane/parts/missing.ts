/** What a `Field` says while something is missing in it. */
export function missing(isMissing: boolean, sentence: string): { readonly validationMessage?: string } {
  return isMissing ? { validationMessage: sentence } : {};
}
