import { conditionsText } from './conditions/conditions-text.ts';
import { findParts } from './parts.ts';
import { readSharedFacts } from './playground-facts.ts';
import type { PlaygroundFacts } from './playground-facts.ts';
import { sourceMarkup } from './source/highlight-source.ts';
import { titlePlayground } from './title-playground.ts';
import { createWords } from '../../words/words.ts';

/** A snippet that the build did not know, and what a reader is told about it. */
export interface UnbuiltSnippet {
  /** Of the element; the reader's edit is kept under it. */
  id: string;
  facts: Omit<PlaygroundFacts, 'recorded' | 'proves'>;
  /** Shown where an example says what it teaches. */
  lesson: string;
  /** Shown where a run would be reported. */
  report: string;
}

/**
 * Makes a playground for a snippet from the markup of another, with all its content removed.
 * Nothing has run yet, so there is no tape to show.
 */
export function fillPlayground(root: HTMLElement, snippet: UnbuiltSnippet): void {
  const { id, facts, lesson, report } = snippet;
  const { lang, strings } = readSharedFacts();
  const words = createWords(lang, strings);
  const { title } = facts;
  const source = facts.source.trimEnd();
  const parts = findParts(root);
  parts.facts.textContent = JSON.stringify({ ...facts, source, recorded: [], proves: [] });
  const label = words.say('playground.sourceOf', { title });
  parts.static.innerHTML = sourceMarkup(source, facts.language, { id, label }).markup;
  parts.static.style.setProperty('--pg-lines', String(source.split('\n').length));
  parts.tape.querySelector('ol')!.replaceChildren();
  parts.tape.querySelector('.nothing')!.textContent = words.say('playground.emptyTape');
  for (const part of [parts.provenance, parts.output]) part.textContent = '';
  parts.report.textContent = report;
  parts.report.dataset['tone'] = 'quiet';
  parts['conditions-now'].textContent = conditionsText(facts.conditions, words, facts.given);
  for (const part of [parts.lane, parts.environment]) part.hidden = true;
  parts.module.hidden = facts.language !== 'typescript';
  delete root.dataset['lens'];
  root.id = id;
  titlePlayground(root, title);
  root.querySelector('.lesson')!.textContent = lesson;
}
