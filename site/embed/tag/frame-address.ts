import { goalPrefix } from '../../facts/goals/goal-name.ts';
import type { RawSettings } from '../embed-message.ts';

/**
 * Address of the page in the frame: of an example, of code, or else of a goal with the program that it
 * brings. A script of the page may have replaced the code of an example by its own. Settings are in the
 * query, so that the first paint is right; code never is: it comes by message, or in the fragment, which
 * no browser sends.
 *
 * @param lang language of the frame, which is its folder on the site
 */
export function frameAddress(origin: string, lang: string, settings: RawSettings): string {
  const { example, code, ...rest } = settings;
  const goal = !code && rest['goal'] && goalPrefix + rest['goal'];
  const name = code === codeByMessage ? '' : (example ?? goal);
  const query = String(new URLSearchParams(rest)).replace(/^(?=.)/, '?');
  const place = name
    ? `${encodeURIComponent(name)}/${query}`
    : `${query}#${(code ?? codeByMessage).replace('#', '')}`;
  return `${origin}/${lang}/embed/${place}`;
}

/** Fragment of a frame that is to wait for its code. */
export const codeByMessage = 'by-message';

/**
 * Language of the frame for an embedding page's language; English if the site lacks it.
 *
 * @param written as the page's author wrote it: `fr`, `ru-RU`, anything
 */
export function frameLanguage(written: string, known: object): string {
  const primary = written.toLowerCase().split(/[-_]/)[0]!;
  return Object.hasOwn(known, primary) ? primary : 'en';
}
