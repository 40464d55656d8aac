import type { OtherPage, ReadPage } from '../../playground-server/protocol/index.ts';
import { markdownSections } from './markdown-sections.ts';
import { pathAsked } from './path-asked.ts';

/** Finds a page outside of the manual by its address, with or without its language. */
export async function readOtherPage(
  others: readonly OtherPage[],
  lang: string,
  asked: string,
  section: string | undefined,
): Promise<ReadPage> {
  const path = pathAsked(asked.trim()).replace(/^\//, '');
  const page = others.find(({ name }) =>
    [name, `${lang}/${name}`.replace(/\/$/, '')].includes(path),
  );
  if (!page || path === '') return { kind: 'unknown', pages: others.map(({ name }) => name) };
  const [head, ...sections] = markdownSections(await page.markdown());
  const titles = sections.flatMap(({ title }) => title ?? []);
  const shown = sections.filter(({ title }) => section === undefined || begins(title, section));
  if (section !== undefined && shown.length === 0)
    return { kind: 'section-unknown', sections: titles };
  const markdown = [head!, ...shown].map(({ text }) => text).join('\n');
  return { kind: 'page', markdown, sections: titles };
}

/** Whether it is the heading that is asked for, or its first words: EPIPE of "EPIPE 32". */
const begins = (title: string | null, asked: string): boolean =>
  `${title?.toLowerCase()} `.startsWith(`${asked.trim().toLowerCase()} `);
