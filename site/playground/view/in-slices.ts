/** So long work may go on before the browser has its turn: less than a frame. */
const mostBusyMs = 8;

/** So many lines are drawn in one frame: their layout comes after the work, and is not in its time. */
const mostLines = 40;

/** What a step leaves to be drawn: lines of a tape or results beside a source, if any. */
export type Step = void | number;

/** Does work step by step, and lets the browser draw and answer to its reader in between. */
export async function inSlices(steps: Iterator<Step>): Promise<void> {
  let begunMs = performance.now();
  let lines = 0;
  for (let step; !(step = steps.next()).done;) {
    lines += step.value ?? 0;
    if (lines >= mostLines) {
      await drawn();
      lines = 0;
    } else if (performance.now() - begunMs < mostBusyMs) continue;
    else await turn();
    begunMs = performance.now();
  }
}

/** Does at once what is left of work that was begun in slices; these then find nothing to do. */
export function finish(steps: Iterator<Step>): void {
  while (!steps.next().done);
}

const turn = (): Promise<void> => new Promise((done) => setTimeout(done));

/** A page that nobody sees is not drawn. */
const drawn = (): Promise<void> =>
  document.hidden ? turn() : new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
