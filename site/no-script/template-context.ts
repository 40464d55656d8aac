import { createExplainer } from '../playground/client/explain/explain-errno.ts';
import { sharedFactsId } from '../playground/view/playground-facts.ts';
import type { SharedFacts } from '../playground/view/playground-facts.ts';
import type { TapeContext } from '../playground/view/tape-context.ts';
import { createWords } from '../words/words.ts';

/** The words and links of a language, as the site's build has embedded them in its pages. */
export function templateContext(template: string): TapeContext {
  const [, json] = factsOf.exec(template) ?? [];
  if (json === undefined) throw new Error('the template page has no facts: build the site again');
  const { lang, strings, errnos } = JSON.parse(json) as SharedFacts;
  return {
    id: 'run',
    words: createWords(lang, strings),
    // A form's snippet makes no claims, so only the tape can tell the condition.
    explain: createExplainer(errnos, lang, () => []),
  };
}

/** The content of a script element has no `<`: see scriptJson. */
const factsOf = new RegExp(`<script[^>]*\\bid="${sharedFactsId}"[^>]*>([^<]*)</script>`);
