/** What the page around an element looks like; null if it does not say, so that the system decides. */
export function pageTheme(element: Element): 'light' | 'dark' | null {
  const scheme = getComputedStyle(element).colorScheme.replace('only ', '');
  if (scheme === 'light' || scheme === 'dark') return scheme;
  if (scheme.includes('light')) return null;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const [red = 0, green = 0, blue = 0, alpha = 1] =
      getComputedStyle(at)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    if (alpha > 0.5) return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128 ? 'dark' : 'light';
  }
  return null;
}

const parentOf = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;

const system = matchMedia('(prefers-color-scheme: dark)');

/**
 * Calls `look` whenever the page may have changed its colours: switches set an attribute of the root
 * or the body, and a background may then take its time.
 *
 * @returns a function that ends it
 */
export function watchPageTheme(look: () => void): () => void {
  const switches = new MutationObserver(look);
  for (const element of [document.documentElement, document.body])
    switches.observe(element, { attributes: true });
  addEventListener('transitionend', look);
  system.addEventListener('change', look);
  return () => {
    switches.disconnect();
    removeEventListener('transitionend', look);
    system.removeEventListener('change', look);
  };
}
