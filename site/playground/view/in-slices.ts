/** So long work may go on before the browser has its turn: less than a frame. */
const mostBusyMs = 8;

/** Does work step by step, and lets the browser draw and answer to its reader in between. */
export async function inSlices(steps: Iterator<void>): Promise<void> {
  let begunMs = performance.now();
  while (!steps.next().done) {
    if (performance.now() - begunMs < mostBusyMs) continue;
    await new Promise((done) => setTimeout(done));
    begunMs = performance.now();
  }
}

/** Does at once what is left of work that was begun in slices; these then find nothing to do. */
export function finish(steps: Iterator<void>): void {
  while (!steps.next().done);
}
