import { maxSourceBytes } from '../../../playground-server/protocol/run-request.ts';
import type { Words } from '../../words/words.ts';

/** Comments and strings, in which any character may stand; or a quote that no compiler knows. */
const quoted =
  /\/\*[^]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[“”„‘’]/g;

/** What an author should know of code that will not run, before a reader presses Run. */
export function doubtsAbout(source: string, words: Words): string[] {
  const sentences: string[] = [];
  const bytes = new TextEncoder().encode(source).length;
  if (bytes > maxSourceBytes)
    sentences.push(words.say('embed.tooLarge', { kib: Math.ceil(bytes / 1024) }));
  const quote = [...source.matchAll(quoted)].find(([text]) => /^[“”„‘’]/.test(text));
  if (quote) {
    const line = source.slice(0, quote.index).split('\n').length;
    sentences.push(words.say('embed.curlyQuote', { line, quote: quote[0] }));
  }
  return sentences;
}
