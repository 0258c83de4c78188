/** Where the service of a page answers: in the folder that the page came from, without a slash at the end. */
export function serviceAddress(page: string): string {
  return new URL(".", page).href.replace(/\/$/, "");
}
