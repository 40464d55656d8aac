import { tapes, usualTape, type Tape } from '../../../playground-server/protocol/tape.ts';
import type { EditStorage } from './edit-shelf.ts';

const key = 'live-man:tape';

/** Which calls the reader wants to see, in every playground. */
export const createKeptTape = (storage: EditStorage) => ({
  load: (): Tape => tapes.find((each) => each === storage.getItem(key)) ?? usualTape,
  save(tape: Tape): void {
    try {
      if (tape === usualTape) storage.removeItem(key);
      else storage.setItem(key, tape);
    } catch {
      // There is no room: it holds for this page.
    }
  },
});
