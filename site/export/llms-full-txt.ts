import type { Lang } from '../facts/localized.ts';
import { renderMarkdown } from './formats/render-markdown.ts';
import type { Manual } from './page-context.ts';
import { writeDocument } from './write-document.ts';

/** What separates two pages. */
export const between = '\n---\n\n';

/** The whole manual in one language as one Markdown text, for a language model that has room for it. */
export const renderLlmsFullTxt = (manual: Manual, lang: Lang): string =>
  manual.pages
    .filter((page) => page.lang === lang)
    .map((page) => renderMarkdown(writeDocument(manual, page)))
    .join(between);
