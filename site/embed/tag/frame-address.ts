import type { RawSettings } from '../embed-message.ts';

/** Languages that the frame is there in; a test holds them to those of the site. */
export const frameLanguages = ['en', 'fr', 'ru'];

/**
 * Address of the page that goes into the frame. Settings stand in the query, so that the first paint
 * is right; code never does: it comes by message, or in the fragment, which no browser sends.
 *
 * @param lang language of the page around it, as an author writes it: `fr`, `ru-RU`, anything
 */
export function frameAddress(origin: string, lang: string, settings: RawSettings): string {
  const { example, code, ...rest } = settings;
  const folder = frameLanguages.find((known) => known === lang.slice(0, 2).toLowerCase()) ?? 'en';
  const address = new URL(`/${folder}/embed/`, origin);
  if (example) address.pathname += `${encodeURIComponent(example)}/`;
  for (const [name, value] of Object.entries(rest)) address.searchParams.set(name, value);
  if (!example) address.hash = code ?? codeByMessage;
  return address.href;
}

/** Fragment of a frame that is to wait for its code. */
export const codeByMessage = '#by-message';
