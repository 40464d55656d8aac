/** What the page around an element looks like; null if it does not say, so that the system decides. */
export function pageTheme(element: Element): 'light' | 'dark' | null {
  const { colorScheme } = getComputedStyle(element);
  const isDark = colorScheme.includes('dark');
  if (isDark !== colorScheme.includes('light')) return isDark ? 'dark' : 'light';
  if (isDark) return null;
  for (let at: Element | undefined = element; at; at = parentOf(at)) {
    const [red = 0, green = 0, blue = 0, alpha = 1] =
      getComputedStyle(at)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    if (alpha > 0.5) return 2 * red + 5 * green + blue < 1024 ? 'dark' : 'light';
  }
  return null;
}

const parentOf = (element: Element): Element | undefined =>
  element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;

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
