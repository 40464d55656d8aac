import { detectFromCookie, detectFromHeader } from 'hono/language';
import type { AppContext } from '../server-parts.ts';

/** The folders of the built site that hold a language each; the first is for everybody else. */
const languages = ['en', 'fr', 'ru'];

const options: Parameters<typeof detectFromHeader>[1] = {
  order: ['cookie', 'header'],
  lookupCookie: 'language',
  lookupFromHeaderKey: 'accept-language',
  lookupQueryString: '',
  lookupFromPathIndex: 0,
  caches: false,
  ignoreCase: true,
  fallbackLanguage: 'en',
  supportedLanguages: languages,
};

/**
 * The language to show a reader: the one last chosen by hand, which the site's language switch
 * keeps in the cookie `language`; else the best of what the browser asks for; else English.
 */
export const readersLanguage = (c: AppContext): string =>
  detectFromCookie(c, options) ?? detectFromHeader(c, options) ?? options.fallbackLanguage;
