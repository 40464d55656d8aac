import type { Words } from '../words/words.ts';

/** When a run was made, for people of any place. @param ranAt in ISO 8601 */
export const whenText = (ranAt: string, { lang }: Words): string =>
  new Intl.DateTimeFormat(lang, {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(ranAt));
