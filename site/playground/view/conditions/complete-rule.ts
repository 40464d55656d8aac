import { controlNames } from './read-conditions.ts';
import { rulableCalls } from '../../../../playground-server/protocol/rulable-call.ts';

/** The words of a rule: a call, then what is asked of it, each after a colon. */
const settings = ['error=', 'retval=', 'event=', 'when='];

/** Shorter than this, one letter may mean too much. */
const shortest = 2;

/**
 * What is missing of the word before the caret in a text of rules, as far as all known words agree
 * that begin so: `nc` for `fsy`, `rite` for `pw`.
 */
export function missingOfRule(text: string, caret: number): string {
  const line = text.slice(text.lastIndexOf('\n', caret - 1) + 1, caret);
  const [begun = '', ...before] = line.split(':').reverse();
  if (begun.length < shortest || /^\S/.test(text.slice(caret))) return '';
  const known = before.length === 0 ? rulableCalls : settings;
  const meant = known.filter((word) => word.startsWith(begun));
  const [first = ''] = meant;
  const length = meant.reduce((most, word) => commonLength(first, word, most), first.length);
  return first.slice(begun.length, length);
}

/** How many letters two words have in common at their beginning, at most so many. */
function commonLength(a: string, b: string, most: number): number {
  const differs = Array.from(a).findIndex((letter, index) => letter !== b[index]);
  return differs < 0 ? Math.min(a.length, most) : Math.min(differs, most);
}

/** Writes what is missing behind what was typed, selected, so that typing on replaces it. */
export function completeRule(event: Event): void {
  const { target } = event;
  const isRules = target instanceof HTMLTextAreaElement && target.name === controlNames.answer;
  const isTyped = event instanceof InputEvent && event.inputType === 'insertText';
  if (!isRules || !isTyped || event.isComposing) return;
  const caret = target.selectionStart;
  const missing = missingOfRule(target.value, caret);
  if (missing !== '') target.setRangeText(missing, caret, caret, 'select');
}
