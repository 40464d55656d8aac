/** Where each key leads from row `at` of `count` rows. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Lets the arrow keys walk the rows of a tape; each row that they reach is chosen. */
export function walkCalls(region: HTMLElement, choose: (row: HTMLElement) => void): void {
  region.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const rows = [...region.querySelectorAll<HTMLElement>('li[data-call]:not([data-stale])')];
    const current = rows.findIndex(
      (row) => row.contains(document.activeElement) || row.hasAttribute('aria-current'),
    );
    const row = rows[Math.min(Math.max(step(current, rows.length), 0), rows.length - 1)];
    if (!row) return;
    event.preventDefault();
    row.focus({ preventScroll: true });
    choose(row);
  });
}
