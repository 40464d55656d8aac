import { namesOf } from '../../client/calm-calls.ts';
import type { TapeEntry } from '../../client/tape-entries.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';

type Summed = NonNullable<TapeEntry['summed']>;

/** `24 calls: openat, pwrite64 ×12 …`, which shows the calls below it, or hides them again. */
export const summedRow = ({ rows, isUnfolded }: Summed, words: Words): Html =>
  html`<li class="summed" data-summed="${rows[0]!.call}" data-lines="${linesOf(rows)}">
    <button type="button" aria-expanded="${String(isUnfolded)}">${summedText(rows, words)}</button>
  </li>`;

/** The same as plain text. */
export const summedText = (rows: Summed['rows'], words: Words): string =>
  words.say('playground.tape.summed', { count: rows.length, names: namesOf(rows) });

/** The lines that made them, for those who ask where the calls of a line are. */
const linesOf = (rows: Summed['rows']): string =>
  [...new Set(rows.map(({ line }) => line))].join(' ');
