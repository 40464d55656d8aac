import type { CallFacts } from '../facts/call-schema.ts';
import type { CureFacts } from '../facts/cure-schema.ts';
import type { Family } from '../facts/family-schema.ts';
import type { ErrnoFacts } from '../facts/errno-schema.ts';
import type { LibraryFacts } from '../facts/library-schema.ts';
import type { Lang, Localized } from '../facts/localized.ts';
import type { StructFacts } from '../facts/struct-schema.ts';
import type { Example } from '../facts/read-example.ts';
import type { Words } from '../words/words.ts';
import type { FactsOfPage } from './facts-of-page.ts';

/** What every page of the manual is written from. */
export interface Manual {
  calls: ReadonlyMap<string, CallFacts>;
  structs: ReadonlyMap<string, StructFacts>;
  libraries: ReadonlyMap<string, LibraryFacts>;
  errnos: ReadonlyMap<string, ErrnoFacts>;
  cures: ReadonlyMap<string, CureFacts>;
  families: readonly Family[];
  examples: ReadonlyMap<string, Example>;
  pages: readonly ManualPage[];
  /** Origin of the site, such as http://127.0.0.1:4321. */
  origin: string;
  /** The pages that link to a page, as `man2/io_setup`. */
  referrersOf(path: string): string[];
  /** The title of a page in a language. */
  titleOf(lang: Lang, path: string): string;
  /** Address of an example on the page that shows it. */
  exampleHref(lang: Lang, example: string): string;
}

/** One page in one language. If it has not been translated, `body` is the English text. */
export interface ManualPage extends FactsOfPage {
  lang: Lang;
  /** `man2/io_setup` */
  path: string;
  title: string;
  description: string;
  body: string;
  isTranslated: boolean;
  /** ISO date of the last change. */
  modified: string;
}

/** What a page's components may use. */
export interface PageContext {
  manual: Manual;
  page: ManualPage;
  words: Words;
  /** Absolute address of a link on this page. */
  absolute(href: string): string;
}

/** What pages about a call, a structure or a library have in common. */
export interface Subject {
  name: string;
  summary: Localized;
  seeAlso: string[];
}

/** The subject of the page; throws if its front matter names none. */
export function subjectOf({ manual, page }: PageContext): Subject {
  const { call, struct, library } = page;
  const facts =
    manual.calls.get(call ?? '') ??
    manual.structs.get(struct ?? '') ??
    manual.libraries.get(library ?? '');
  if (!facts) throw new Error(`${page.path} needs a call, a struct or a library to be about.`);
  return { ...facts, name: struct ? `struct ${struct}` : (call ?? library ?? '') };
}

/** The facts of the call that the page is about; throws if it is not about one. */
export const callOf = ({ manual, page }: PageContext): CallFacts =>
  known(manual.calls.get(page.call ?? ''), page, 'call');

/** The structure that the page is about; throws if it is not about one. */
export const structOf = ({ manual, page }: PageContext): StructFacts =>
  known(manual.structs.get(page.struct ?? ''), page, 'struct');

/** The library that the page is about; throws if it is not about one. */
export const libraryOf = ({ manual, page }: PageContext): LibraryFacts =>
  known(manual.libraries.get(page.library ?? ''), page, 'library');

function known<Facts>(facts: Facts | undefined, { path }: ManualPage, kind: string): Facts {
  if (!facts) throw new Error(`${path} needs \`${kind}: <name>\` in its front matter.`);
  return facts;
}
