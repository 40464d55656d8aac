import type { Status } from '../../playground-server/protocol/index.ts';
import { html, type Html } from '../markup/html.ts';
import type { Words } from '../words/words.ts';

type Check = Status['preflight']['checks'][number];

/** The checks as the server reports them, in English as in its log: they are for the operator. */
export function preflightList(status: Status | null, words: Words): Html {
  if (!status) return html`<p>–</p>`;
  return html`<ul class="checks">
    ${status.preflight.checks.map((check) => item(check, words))}
  </ul>`;
}

function item({ name, need, ok, detail, remedy }: Check, words: Words): Html {
  const verdict = ok ? 'ok' : need === 'required' ? 'failed' : 'without';
  return html`<li data-verdict="${verdict}">
    <strong>${words.say(`status.check.${verdict}`)}</strong>
    <span lang="en">${name}: ${detail} ${remedy}</span>
  </li>`;
}
