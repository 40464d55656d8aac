import { badDescriptor } from '../../client/explain/bad-descriptor.ts';
import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { TapeContext } from '../tape-context.ts';
import { resultLine } from './result-text.ts';

/**
 * Where a descriptor comes from that is none: the failed call that returned it. Where its kind is not
 * on the tape, a button asks for a run that tells it.
 */
export function originNote(
  row: TapeRow,
  rows: readonly TapeRow[],
  { id, words, mayTellFiles }: TapeContext,
): Html | false {
  const bad = badDescriptor(row, rows);
  if (!bad || (!bad.from && !mayTellFiles?.())) return false;
  const { name, value, from } = bad;
  return html`<span class="row-note" data-note="origin"
    ><code>${name} = ${value}</code>${words.say('text.colon')}${
      from
        ? html`<a href="#${id}-call-${from.call}" data-to-call="${from.call}"
            >${
              from.line !== null &&
              html`${words.say('playground.kernels.line', { line: from.line })}, `
            }<code>${from.name}() ${resultLine(from.status)}</code></a
          >`
        : html`<button type="button" data-tell="files">
            ${words.say('playground.tellFiles')}
          </button>`
    }</span
  >`;
}
