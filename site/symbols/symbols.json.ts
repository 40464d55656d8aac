import type { APIRoute, GetStaticPaths } from 'astro';
import { readManual } from '../export/read-manual.ts';
import { originOf } from '../facts/origin.ts';
import { languages } from '../facts/localized.ts';
import { manualSymbols } from './manual-symbols.ts';

export const getStaticPaths = (() =>
  languages.map((lang) => ({ params: { lang } }))) satisfies GetStaticPaths;

/** What an editor knows about the names in the manual, in one language: /symbols/fr.json. */
export const GET: APIRoute = async ({ params }) => {
  const lang = languages.find((known) => known === params['lang']) ?? 'en';
  return Response.json(manualSymbols(await readManual(originOf(import.meta.env.SITE)), lang));
};
