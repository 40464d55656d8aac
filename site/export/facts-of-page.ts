/** Whose facts a page shows, by its front matter: at most one of the three. */
export interface FactsOfPage {
  call?: string | undefined;
  struct?: string | undefined;
  library?: string | undefined;
}

/** The file of these facts below content/; undefined for a page that states none. */
export function factsFile({ call, struct, library }: FactsOfPage): string | undefined {
  if (call) return `calls/${call}.yaml`;
  if (struct) return `structs/${struct}.yaml`;
  return library && `libraries/${library}.yaml`;
}
