/** An example of the manual: its playground with the recorded tape, or why there is none. */
export type FetchedExample =
  { kind: 'playground'; playground: HTMLElement } | { kind: 'unknown' } | { kind: 'unreachable' };

/** The id that a fragment `#e.io_setup-first` asks for. */
export const exampleOf = (hash: string): string | null => /^#e\.([\w-]+)$/.exec(hash)?.[1] ?? null;

/** Takes a variant of an example from the page that was built for its frame. */
export async function fetchExample(lang: string, id: string): Promise<FetchedExample> {
  try {
    const response = await fetch(`/${lang}/embed/${id}/`);
    if (response.status === 404) return { kind: 'unknown' };
    if (!response.ok) return { kind: 'unreachable' };
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const playground = page.querySelector<HTMLElement>(`live-man-playground#${CSS.escape(id)}`);
    if (!playground) return { kind: 'unknown' };
    // There it waits for the settings of the frame.
    delete playground.dataset['held'];
    return { kind: 'playground', playground };
  } catch {
    return { kind: 'unreachable' };
  }
}
