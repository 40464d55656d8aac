import type { ManualDocument } from './document.ts';
import { renderJson } from './formats/render-json.ts';
import { renderMarkdown } from './formats/render-markdown.ts';
import { renderRoff } from './formats/render-roff.ts';
import { renderText } from './formats/render-text.ts';
import type { Manual, ManualPage } from './page-context.ts';

export type Format = 'markdown' | 'text' | 'json' | 'roff';

type Renderer = (document: ManualDocument, manual: Manual, page: ManualPage) => string;

/** One renderer per format, all for the same document. */
export const renderers: Record<Format, Renderer> = {
  markdown: renderMarkdown,
  text: renderText,
  json: renderJson,
  roff: renderRoff,
};
