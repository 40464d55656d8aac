import type { TapeRow } from '../../client/run-state.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { duration } from '../quantity.ts';
import type { Words } from '../words.ts';
import { callFields, callText } from './call-text.ts';
import { resultText, toneOf } from './result-text.ts';

/** What a row needs to know besides its call. */
export interface TapeContext {
  /** Id of the playground on its page: lines and rows are addressed below it. */
  id: string;
  words: Words;
  /** Address of what the manual says about an errno of a call or of an `io_event`, if anything. */
  explain(source: string, errno: string): string | null;
}

/** One row of the tape; `recorded` is the call's counterpart when the result differs from it. */
export function tapeRow(row: TapeRow, context: TapeContext, recorded?: TapeRow): Html {
  const { id } = context;
  return html`<li
    id="${id}-call-${row.call}"
    data-call="${row.call}"
    data-line="${row.line}"
    data-tone="${toneOf(row.status)}"
  >
    ${lineLink(row, context)}${callText(row, context.explain)}${result(row, context)}${elapsed(row, context)}
    ${notes(row, context, recorded)}${callFields(row, context.explain)}
  </li>`;
}

function lineLink({ line }: TapeRow, { id, words }: TapeContext): Html {
  return line === null
    ? html`<span class="line" title="${words.say('playground.noLine')}">·</span>`
    : html`<a
        class="line"
        href="#${id}-L${line}"
        aria-label="${words.say('playground.lineOf', { line })}"
        >${line}</a
      >`;
}

function result(row: TapeRow, { explain, words }: TapeContext): Html {
  const text = resultText(row.status);
  if (!text) return html`<span class="result">${words.say(`playground.${row.status.kind}`)}</span>`;
  const href = text.errno && explain(row.name, text.errno);
  const errno = href ? html`<a href="${href}">${text.errno}</a>` : html`${text.errno}`;
  return html`<span class="result">${text.value}${text.errno && html` <b>${errno}</b>`}</span>`;
}

function elapsed({ status }: TapeRow, { words }: TapeContext): Html {
  const text = status.kind === 'returned' ? duration(status.elapsedNs, words.lang) : '';
  return html`<span class="elapsed">${text}</span>`;
}

function notes({ thread, status }: TapeRow, { words }: TapeContext, recorded?: TapeRow): Html[] {
  const texts: string[] = [];
  if (thread > 1) texts.push(words.say('playground.thread', { thread }));
  if (status.kind === 'returned' && status.verdict !== 'kernel') {
    texts.push(words.say(`verdict.${status.verdict}`));
  }
  const before = recorded && resultText(recorded.status);
  if (before) {
    const text = [before.value, before.errno].filter(Boolean).join(' ');
    texts.push(words.say('playground.differs', { result: text }));
  }
  return texts.map((text) => html`<span class="row-note">${text}</span>`);
}
