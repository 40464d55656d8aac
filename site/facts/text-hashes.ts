import { createHash } from 'node:crypto';
import { sectionsOf, type SectionId } from './sections.ts';

/** A part of a page that is translated as a whole; `page` is everything outside the sections. */
export type PageText = SectionId | 'page';

/** What a translator reads of a page: two lines of the front matter, and the MDX. */
export interface Page {
  title: string;
  description: string;
  body: string;
}

const imports = /^import .*$/gm;
const sections = /<Section\s+id="[a-z-]+">([\s\S]*?)<\/Section>/g;

/** Ten hex digits for each text of a page. It makes no difference where lines break. */
export function textHashes({ title, description, body }: Page): Partial<Record<PageText, string>> {
  const texts = Array.from(body.matchAll(sections), ([, text = '']) => text);
  const rest = [title, description, body.replace(imports, '').replace(sections, '')].join('\n');
  const named = sectionsOf(body).map((id, place) => [id, hash(texts[place] ?? '')] as const);
  return Object.fromEntries([['page', hash(rest)], ...named]);
}

/** Texts of the English page that have changed since they were translated. */
export function staleTexts(english: Page, renders: Partial<Record<string, string>>): PageText[] {
  const current = Object.entries(textHashes(english)) as [PageText, string][];
  return current.flatMap(([text, hashed]) => (renders[text] === hashed ? [] : [text]));
}

const hash = (text: string) =>
  createHash('sha256').update(text.trim().replace(/\s+/g, ' ')).digest('hex').slice(0, 10);
