import type { AdvisedDiagnostic } from '../../client/beginner-advice-table.ts';
import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';

/** The compiler's messages, each leading to its line. The wording stays the compiler's own. */
export function diagnosticList(
  diagnostics: readonly AdvisedDiagnostic[],
  id: string,
  words: Words,
): Html {
  if (diagnostics.length === 0) return html``;
  return html`<ul class="diagnostics" aria-label="${words.say('playground.diagnostics')}">
    ${diagnostics.map(
      ({ severity, line, column, message, option, hint }) =>
        html`<li data-severity="${severity}">
          ${line > 0 && html`<a class="line" href="#${id}-L${line}" data-to-line="${line}">${words.line(line)}:${column}</a>`}
          <b>${words.say(`playground.${severity}`)}</b>
          <code>${message}</code>${option && html` <code class="option">${option}</code>`}
          ${hint && html`<p class="hint">${words.say(`outcome.hint.${hint}`)}</p>`}
        </li>`,
    )}
  </ul>`;
}
