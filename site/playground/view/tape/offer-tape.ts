import { tapes, type Tape } from '../../../../playground-server/protocol/tape.ts';

/** Has buttons on the tape, `data-tell="files"`, ask for a run that tells other calls. */
export function offerTape(region: HTMLElement, runWith: (tape: Tape) => void): void {
  region.addEventListener('click', ({ target }) => {
    const asked = (target as Element).closest<HTMLElement>('[data-tell]')?.dataset['tell'];
    const tape = tapes.find((each) => each === asked);
    if (tape) runWith(tape);
  });
}
