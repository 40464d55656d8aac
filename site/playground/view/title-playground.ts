import { createWords } from '../../words/words.ts';
import { findParts } from './parts.ts';
import { readSharedFacts } from './playground-facts.ts';

/**
 * Calls a playground and its parts by a title, also while a reader works in it. An open editor keeps the
 * name that it was opened with.
 */
export function titlePlayground(root: HTMLElement, title: string): void {
  const { lang, strings } = readSharedFacts();
  const words = createWords(lang, strings);
  const parts = findParts(root);
  root.ariaLabel = words.say('playground.label', { title });
  root.querySelector('.title')!.textContent = title;
  parts.static.querySelector('.source')!.ariaLabel = words.say('playground.sourceOf', { title });
  parts.tape.ariaLabel = words.say('playground.tapeOf', { title });
}
