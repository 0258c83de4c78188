/** Where somebody is on their way in. */
export type Step =
  | { readonly at: "password" }
  | { readonly at: "code"; readonly challenge: string; readonly sentTo: string }
  | { readonly at: "new-password"; readonly by: "invitation" | "forgotten" }
  | { readonly at: "forgotten" };
