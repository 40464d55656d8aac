import { html } from '../../../markup/html.ts';
import type { Html } from '../../../markup/html.ts';
import type { Words } from '../../../words/words.ts';
import type { RunReport } from './run-report.ts';

/** A report as the page shows it: a line that it names is a link to it. */
export function reportText({ sentence, place }: RunReport, id: string, words: Words): Html {
  if (!place) return html`${sentence}`;
  const [before, ...after] = sentence.split(place.text);
  return html`${before}<a
      href="#${id}-L${place.line}"
      data-to-line="${place.line}"
      aria-label="${words.say('playground.lineOf', { line: place.line })}"
      >${place.text}</a
    >${after.join(place.text)}`;
}
