/** Twenty times a second a page that is not busy has a moment for its network as well. */
const tickMs = 50;

/**
 * Calls `late` once after so many ms. Those do not count in which the page could not run, nor read what
 * had come from a program that ended in time. Returns what ends it.
 */
export function whenPatienceEnds(ms: number, late: () => void): () => void {
  let ticks = Math.ceil(ms / tickMs);
  const timer = setInterval(() => {
    if (--ticks > 0) return;
    clearInterval(timer);
    late();
  }, tickMs);
  return () => clearInterval(timer);
}
