import { z } from 'zod';
import { sourceLanguage, uiLanguages, type ManualPlace } from '../../protocol/index.ts';

/** In which language the manual answers. */
export const languageField = {
  language: z.enum(uiLanguages).default(sourceLanguage).describe('of the manual'),
};

/** A line of Markdown about something that the manual explains. */
export const placeLine = ({ name, about, href }: ManualPlace): string =>
  `- ${name}${about === '' ? '' : `: ${about}`} ${href}`;
