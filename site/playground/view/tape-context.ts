import type { ErrnoExplainer } from '../client/explain/explain-errno.ts';
import type { Words } from '../../words/words.ts';

/** What the parts of a playground need to know besides the run that they show. */
export interface TapeContext {
  /** Id of the playground on its page: lines and rows are addressed below it. */
  id: string;
  words: Words;
  explain: ErrnoExplainer;
  /** Whether the run that is shown told only calls of AIO, and another could tell those on files. */
  mayTellFiles?: () => boolean;
}
