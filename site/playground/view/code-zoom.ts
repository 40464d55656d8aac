/** How much larger than usual code may be shown, from the smallest to the largest. */
const factors = [0.85, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;
const usual = factors.indexOf(1);
const storageKey = 'live-man:code-zoom';

/** Announces that the size of code has changed, to editors that measure their own text. */
export const codeZoomEvent = 'live-man:code-zoom';

/** Shows code in the size that the reader chose last, on whatever page that was. */
export function applyCodeZoom(): void {
  show(chosen());
}

/** Makes the code of all playgrounds a step larger or smaller, and keeps the choice. */
export function stepCodeZoom(steps: 1 | -1): void {
  const at = Math.min(Math.max(chosen() + steps, 0), factors.length - 1);
  try {
    localStorage.setItem(storageKey, String(at));
  } catch {
    // Without storage, the choice lasts as long as the page.
  }
  show(at);
}

let current = usual;

function chosen(): number {
  try {
    const stored = Number.parseInt(localStorage.getItem(storageKey) ?? '', 10);
    return stored in factors ? stored : current;
  } catch {
    return current;
  }
}

function show(at: number): void {
  current = at;
  const style = document.documentElement.style;
  if (at === usual) style.removeProperty('--pg-zoom');
  else style.setProperty('--pg-zoom', String(factors[at]));
  document.dispatchEvent(new Event(codeZoomEvent));
}
