import type { Difference } from '../../client/compare-tapes.ts';
import type { Tape } from '../../client/explain/scope-of.ts';
import { hasThreads } from '../../client/has-threads.ts';
import { hasFailed } from '../../client/run-state.ts';
import type { CallStatus, TapeRow } from '../../client/run-state.ts';
import type { TapeEntry } from '../../client/tape-entries.ts';
import { shortNames } from '../../client/short-names.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import { duration } from '../../../words/quantity.ts';
import type { TapeContext } from '../tape-context.ts';
import type { Words } from '../../../words/words.ts';
import { callFields, callText, eventHrefs } from './call-text.ts';
import { heldText } from './held-text.ts';
import { originNote } from './origin-note.ts';
import { resultLine, resultText, toneOf } from './result-text.ts';

/**
 * One row of a tape, with any difference from the record, and the number of calls it stands for.
 * What unfolds in it is half of its cost: one that rushes by comes without.
 */
export function tapeRow(
  row: TapeRow,
  tape: Tape,
  context: TapeContext,
  difference?: Difference,
  alike: TapeEntry['alike'] = null,
  rushesBy = false,
): Html {
  const hrefs = eventHrefs(row, tape, context);
  return html`<li
    id="${context.id}-call-${row.call}"
    tabindex="-1"
    data-call="${row.call}"
    data-line="${row.line}"
    data-tone="${toneOf(row.status)}"
    ${difference && html`data-differs="${difference.kind}"`}
  >
    ${lineLink(row, context)}${callText(row, shortNames(tape.rows), hrefs)}${result(row, tape, context)}${elapsed(row, context, alike)}${since(row, tape, context)}
    ${!rushesBy && callFields(row, hrefs, context.words)}${originNote(row, tape.rows, context)}${notes(row, tape, context.words, difference)}
  </li>`;
}

function lineLink({ line }: TapeRow, { id, words }: TapeContext): Html {
  return line === null
    ? html`<span class="line" title="${words.say('playground.noLine')}">·</span>`
    : html`<a
        class="line"
        href="#${id}-L${line}"
        aria-label="${words.say('playground.lineOf', { line })}"
        >${words.line(line)}</a
      >`;
}

function result(row: TapeRow, tape: Tape, { explain, words }: TapeContext): Html {
  const text = resultText(row.status);
  if (!text) return html`<span class="result">${words.say(`playground.${row.status.kind}`)}</span>`;
  const href = explain.ofCall(row, tape);
  const errno = href ? html`<a href="${href}">${text.errno}</a>` : html`${text.errno}`;
  return html`<span class="result">${text.value}${text.errno && html` <b>${errno}</b>`}</span>`;
}

function elapsed({ status }: TapeRow, { words }: TapeContext, alike: TapeEntry['alike']): Html {
  const text = status.kind === 'returned' ? duration(status.elapsedNs, words.lang) : '';
  return html`<span class="elapsed">${text}${alike && times(alike, words)}</span>`;
}

/** `×3000`, which unfolds the calls that were alike, in their place. */
const times = ({ count, isUnfolded }: NonNullable<TapeEntry['alike']>, words: Words): Html =>
  html` <button
    type="button"
    class="times"
    aria-expanded="${String(isUnfolded)}"
    aria-label="${words.say('playground.tape.alike', { count })}"
  >
    ×${count}
  </button>`;

/** When the call was made, after the first of its tape; shown where a reader wants to know. */
function since({ atNs }: TapeRow, { rows }: Tape, { words }: TapeContext): Html | false {
  const first = rows[0]?.atNs ?? atNs;
  return rows.length > 1 && html`<span class="since">+${duration(atNs - first, words.lang)}</span>`;
}

function notes(row: TapeRow, { rows }: Tape, words: Words, difference?: Difference): Html[] {
  const { thread, status, convention } = row;
  const held = hasFailed(row) ? heldText(row, words) : null;
  return [
    ...(hasThreads(rows) ? [note('thread', words.say('playground.thread', { thread }))] : []),
    ...(held
      ? [
          html`<span class="row-note" data-note="held"
            >${convention}${words.say('text.colon')}<code>${held}</code></span
          >`,
        ]
      : []),
    ...(status.kind === 'returned' && status.verdict !== 'kernel'
      ? [verdictNote(status, words)]
      : []),
    ...(difference ? [note('differs', differenceText(difference, words))] : []),
  ];
}

/** @param status of a call that the kernel did not answer alone */
const verdictText = (
  { verdict, rules }: Extract<CallStatus, { kind: 'returned' }>,
  words: Words,
): string =>
  rules.length > 0
    ? words.say('verdict.rules', { rules: rules.join(', ') })
    : words.say(`verdict.${verdict}`);

/** The one that a reader cannot know the meaning of leads to the manual. */
function verdictNote(status: Extract<CallStatus, { kind: 'returned' }>, words: Words): Html {
  const text = verdictText(status, words);
  if (status.verdict !== 'watched') return note('verdict', text);
  const href = `/${words.lang}/playground/#watching`;
  return html`<span class="row-note" data-note="verdict"><a href="${href}">${text}</a></span>`;
}

const note = (kind: string, text: string): Html =>
  html`<span class="row-note" data-note="${kind}">${text}</span>`;

function differenceText(difference: Difference, words: Words): string {
  if (difference.kind === 'added') return words.say('playground.notRecorded');
  return words.say('playground.differs', { result: resultLine(difference.recorded.status) });
}

/** A call of the record that a live run did not make. */
export function missingRow(row: TapeRow, { words }: TapeContext): Html {
  return html`<li class="missing">
    <span class="line">${row.line ?? '·'}</span>
    <code class="call">${row.name}(…)</code>
    <span class="result">${resultLine(row.status)}</span>
    ${note('differs', words.say('playground.missing'))}
  </li>`;
}
