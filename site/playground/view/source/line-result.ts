import type { LineResult } from '../../client/line-results.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { resultText, toneOf } from '../tape/result-text.ts';
import type { TapeContext } from '../tape/tape-row.ts';

/** `= -1`, `EINVAL`, `×3`: the parts of a result at the end of a source line, for any pane. */
export interface LineResultText {
  value: string;
  errno: string | null;
  times: string;
}

/** A call that has not come back is three dots here; the tape says it in words. */
export function lineResultText({ last, times }: LineResult): LineResultText {
  const text = resultText(last.status);
  const open = last.status.kind === 'waiting' ? '= …' : '= ?';
  return {
    value: text?.value ?? open,
    errno: text?.errno ?? null,
    times: times > 1 ? `×${times}` : '',
  };
}

/** The result at the end of a line of the static source. */
export function lineResult(result: LineResult, { id, words, explain }: TapeContext): Html {
  const { value, errno, times } = lineResultText(result);
  const { last } = result;
  const href = errno && explain(last.name, errno);
  return html`<span class="line-result" data-tone="${toneOf(last.status)}"
    ><a href="#${id}-call-${last.call}" title="${words.say('playground.callOf')}">${value}</a
    >${errno && html` <b>${href ? html`<a href="${href}">${errno}</a>` : errno}</b>`}${
      times &&
      html` <small title="${words.say('playground.times', { count: result.times })}"
        >${times}</small
      >`
    }</span
  >`;
}
