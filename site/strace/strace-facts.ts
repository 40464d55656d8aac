import type { SharedFacts } from '../playground/view/playground-facts.ts';
import type { CallFacts } from './rows-of.ts';

/** What the page provides for the reader of traces. */
export interface StraceFacts extends SharedFacts {
  calls: CallFacts;
}
