import type { ReadPage } from '../../playground-server/protocol/index.ts';
import type { ManualDocument } from '../export/document.ts';
import { renderMarkdown } from '../export/formats/render-markdown.ts';
import { pathAsked } from './path-asked.ts';

/** A page as its JSON has it. */
export type BuiltPage = ManualDocument & { facts: unknown };

/** Finds a page by its name, with or without its volume, or by its address; whole, or one section. */
export function readPage(
  pages: readonly BuiltPage[],
  name: string,
  section: string | undefined,
): ReadPage {
  const page = pages.find((each) => isCalled(each, name.trim()));
  if (!page) return { kind: 'unknown', pages: pages.map(({ title }) => title) };
  const { sections } = page;
  const isAsked = ({ id, title }: (typeof sections)[number]) =>
    section === undefined || [id, title.toLowerCase()].includes(section.trim().toLowerCase());
  const shown = sections.filter(isAsked);
  const titles = sections.map(({ title }) => title);
  if (shown.length === 0) return { kind: 'section-unknown', sections: titles };
  const markdown = renderMarkdown({ ...page, sections: shown });
  return { kind: 'page', markdown, sections: titles };
}

function isCalled({ name, title, url }: ManualDocument, asked: string): boolean {
  if (asked === name || asked === title) return true;
  return pathAsked(asked) === new URL(url).pathname.replace(/\/$/, '');
}
