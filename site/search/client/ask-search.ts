const asked = 'site-search';

/** Asks the search of the page to open with what a reader has typed elsewhere. */
export function askSearch(typed: string): void {
  document.dispatchEvent(new CustomEvent(asked, { detail: typed }));
}

/** Calls `open` with what `askSearch` passes on. */
export function whenAsked(open: (typed: string) => void): void {
  document.addEventListener(asked, (event) => {
    if (event instanceof CustomEvent) open(String(event.detail));
  });
}
