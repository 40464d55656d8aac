import { detectFromCookie, detectFromHeader } from 'hono/language';
import { sourceLanguage, uiLanguages } from '../../protocol/index.ts';
import type { AppContext } from '../server-parts.ts';

const options: Parameters<typeof detectFromHeader>[1] = {
  order: ['cookie', 'header'],
  lookupCookie: 'language',
  lookupFromHeaderKey: 'accept-language',
  lookupQueryString: '',
  lookupFromPathIndex: 0,
  caches: false,
  ignoreCase: true,
  fallbackLanguage: sourceLanguage,
  supportedLanguages: [...uiLanguages],
};

/**
 * The language in which to answer a reader: the one last chosen by hand, which the site's language
 * switch keeps in the cookie `language`; else the best match for what the browser asks for; else
 * English.
 */
export const readersLanguage = (c: AppContext): string =>
  detectFromCookie(c, options) ?? detectFromHeader(c, options) ?? options.fallbackLanguage;
